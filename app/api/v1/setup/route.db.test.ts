import { beforeEach, describe, expect, it } from 'vitest'
import { POST as setup } from '@/app/api/v1/setup/route'
import { deriveSetupCode } from '@/lib/domain/accounts/registration/setup-code'
import { isSetupOpen } from '@/lib/domain/accounts/registration/is-setup-open'
import { database } from '@/lib/db/client'
import { instanceSecret } from '@/lib/base/instance-secret'
import { call } from '@/test/support/requests/api'
import { newInstance, PASSWORD } from '@/test/support/factories'
import { withSettings } from '@/test/support/with-settings'

const input = (name = 'root') => ({
  setup_code: deriveSetupCode(instanceSecret()),
  username: name,
  email: `${name}@example.com`,
  password: PASSWORD,
  confirm_password: PASSWORD,
})

beforeEach(newInstance)

describe('setup', () => {
  it('creates the first administrator, once', async () => {
    const first = await call(setup, { body: input() })
    expect(first.status).toBe(201)
    expect(first.json).toMatchObject({ username: 'root', is_admin: true })
    const second = await call(setup, { body: input('second') })
    expect([second.status, second.json.code]).toEqual([404, 'not_found'])
    expect(await isSetupOpen()).toBe(false)
    expect((await call(setup, { body: { nonsense: true } })).status).toBe(404)
  })

  it('has one winner among twenty simultaneous requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => call(setup, { body: input(`admin${index}`) })),
    )
    const statuses = answers.map((answer) => answer.status).toSorted()
    expect(statuses).toEqual([201, ...Array<number>(19).fill(404)])
    expect(await database().user.count({ where: { isAdmin: true } })).toBe(1)
  })

  it('rejects a wrong code, names the field, and stays open', async () => {
    const answer = await call(setup, { body: { ...input(), setup_code: 'AAAAA-BBBBB-CCCCC-DDDDD' } })
    expect([answer.status, answer.json.code]).toEqual([403, 'setup_code_invalid'])
    expect(answer.json.errors[0].pointer).toBe('/setup_code')
    expect(await isSetupOpen()).toBe(true)
  })

  it('accepts only SETUP_CODE if that is set', async () => {
    const derived = input().setup_code
    withSettings({ SETUP_CODE: 'a-code-of-my-own' })
    expect((await call(setup, { body: { ...input(), setup_code: derived } })).status).toBe(403)
    expect((await call(setup, { body: { ...input(), setup_code: 'a-code-of-my-own' } })).status).toBe(201)
  })

  it('stays open if the account cannot be created', async () => {
    expect((await call(setup, { body: { ...input(), password: 'short', confirm_password: 'short' } })).status).toBe(400)
    expect(await isSetupOpen()).toBe(true)
    expect(await database().user.count()).toBe(0)
  })
})
