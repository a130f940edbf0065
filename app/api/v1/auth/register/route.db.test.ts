import { describe, expect, it } from 'vitest'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { PASSWORD } from '@/test/support/factories'
import { withSettings } from '@/test/support/with-settings'

const input = {
  username: 'maya.ortiz',
  email: 'maya@example.com',
  password: PASSWORD,
  confirm_password: PASSWORD,
}
const LONG = 'rivet-gallop-otter-mauve-thimble-sundry-plover-cinder-wharf-nimbus'
const withPassword = (password: string) => ({ ...input, password, confirm_password: password })
const pointers = (json: { errors?: { pointer: string }[] }) => json.errors?.map((error) => error.pointer)

describe('registering', () => {
  it('creates an account that can sign in, and describes it without a secret', async () => {
    const answer = await call(register, { body: { ...input, first_name: 'Maya' } })
    expect(answer.status).toBe(201)
    expect(answer.json).toMatchObject({
      username: 'maya.ortiz',
      email: 'maya@example.com',
      first_name: 'Maya',
      is_admin: false,
    })
    expect(Object.keys(answer.json).toSorted()).toEqual(
      ['date_created', 'date_modified', 'email', 'email_verified', 'first_name', 'id', 'is_active', 'is_admin', 'last_login', 'last_name', 'username'],
    ) // prettier-ignore
    expect((await call(login, { body: { username: 'maya.ortiz', password: PASSWORD } })).status).toBe(200)
  })

  it('stores a bcrypt hash that differs between accounts with the same password', async () => {
    withSettings({ BCRYPT_COST: '10' })
    await call(register, { body: input })
    await call(register, { body: { ...input, username: 'other', email: 'other@example.com' } })
    const hashes = (await database().user.findMany()).map((user) => user.passwordHash ?? '')
    for (const hash of hashes) expect(hash).toMatch(/^\$2b\$10\$.{53}$/)
    expect(new Set(hashes).size).toBe(2)
  })

  it('leaves one audit row, in the same transaction as the account', async () => {
    const { json } = await call(register, { body: input })
    const events = await database().auditEvent.findMany()
    expect(events).toMatchObject([
      { action: 'account.registered', userId: json.id, targetId: json.id, address: '192.0.2.1' },
    ])
    await call(register, { body: input })
    expect(await database().auditEvent.count()).toBe(1)
  })

  it.each(['maya.ortiz', 'MAYA.ORTIZ', ' maya.ortiz ', 'ｍaya.ortiz'])(
    'rejects a taken username spelled as %j',
    async (username) => {
      await call(register, { body: input })
      const answer = await call(register, { body: { ...input, username, email: 'two@example.com' } })
      expect([answer.status, answer.json.code, pointers(answer.json)]).toEqual([409, 'username_taken', ['/username']])
    },
  )

  it('rejects a taken email in any case', async () => {
    await call(register, { body: input })
    const answer = await call(register, { body: { ...input, username: 'two', email: 'MAYA@Example.com' } })
    expect([answer.status, answer.json.code, pointers(answer.json)]).toEqual([409, 'email_taken', ['/email']])
  })

  it('gives a username to one of ten simultaneous requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => call(register, { body: { ...input, email: `m${index}@example.com` } })),
    )
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, ...Array<number>(9).fill(409)])
    expect(await database().user.count()).toBe(1)
  })

  it('never frees a username, even after its account is deleted', async () => {
    const { json } = await call(register, { body: input })
    await database().user.delete({ where: { id: json.id } })
    const answer = await call(register, { body: { ...input, email: 'new@example.com' } })
    expect([answer.status, answer.json.code]).toEqual([409, 'username_taken'])
    expect(await database().user.count()).toBe(0)
  })

  it('is rejected if registration is closed', async () => {
    withSettings({ REGISTRATION: 'closed' })
    const answer = await call(register, { body: input })
    expect([answer.status, answer.json.code]).toEqual([403, 'registration_closed'])
  })

  it.each([
    ['is_admin', true], ['isAdmin', true], ['role', 'admin'], ['id', '01a20065-269d-754a-a167-7e7199da9c6c'],
    ['emailVerified', true], ['passwordHash', 'x'], ['createdAt', '2020-01-01'], ['tokens', { create: {} }], ['__proto__', { is_admin: true }],
  ])('rejects the unknown field %s and creates nothing', async (field, value) => {
    const body = JSON.parse(`{"${field}":${JSON.stringify(value)},${JSON.stringify(input).slice(1)}`) as unknown
    const answer = await call(register, { rawBody: JSON.stringify(body), method: 'POST', headers: { 'content-type': 'application/json' } })
    expect(answer.status).toBe(400)
    expect(pointers(answer.json)).toEqual([`/${field}`])
    expect(await database().user.count()).toBe(0)
    expect(({} as { is_admin?: boolean }).is_admin).toBeUndefined()
  }) // prettier-ignore
})

describe('a chosen password', () => {
  it.each([PASSWORD, 'kettle moss quarry', LONG, '湖畔の古い灯台は朝に光り続ける', '🔑🌊🦉🍂🚲🎻🧭🪁🐙🌋🥁🪵'])(
    'may be %s: length counts in characters, and no composition is required',
    async (password) => {
      expect((await call(register, { body: withPassword(password) })).status).toBe(201)
      expect((await call(login, { body: { username: input.username, password } })).status).toBe(200)
    },
  )

  it.each([
    ['of 11 characters', 'a'.repeat(11)],
    ['of 11 characters outside the basic plane', '🔑'.repeat(11)],
    ['of 73 bytes', LONG.padEnd(73, 'x')],
    ['of 37 characters and 73 bytes', 'é'.repeat(36) + 'X'],
    ['with U+0000', 'correct horse\0battery'],
    ['with a lone surrogate', 'correct horse \ud800 battery'],
  ])('%s is rejected', async (_, password) => {
    const answer = await call(register, { body: withPassword(password) })
    expect(answer.status).toBe(400)
    expect(pointers(answer.json)).toContain('/password')
  })

  it('does not match by its first 72 bytes alone', async () => {
    const longest = LONG.padEnd(72, '7')
    await call(register, { body: withPassword(longest) })
    expect((await call(login, { body: { username: input.username, password: `${longest}Y` } })).status).toBe(401)
    expect((await call(login, { body: { username: input.username, password: longest } })).status).toBe(200)
  })

  it('must match its confirmation', async () => {
    const answer = await call(register, { body: { ...input, confirm_password: 'something else' } })
    expect([answer.status, pointers(answer.json)]).toEqual([400, ['/confirm_password']])
  })
})

describe('the fields of a registration', () => {
  it.each([
    ['username', ''], ['username', 'a b'], ['username', 'a@b'], ['username', 'a＠b'], ['username', 'x'.repeat(51)], ['username', 'abc\0d'],
    ['username', 'a\r\nSet-Cookie: x=1'], ['username', 'a\u202eb'], ['username', 5], ['username', { contains: '' }], ['username', ['a']],
    ['email', 'no'], ['email', 'a@b\r\nBcc:x@y.z'], ['email', 'a@b.c,d@e.f'], ['email', '"a@b c"@d.e'], ['email', ['a@b.cd']],
    ['email', { contains: '' }], ['email', `${'a'.repeat(65_000 - 500)}@b.cd`],
  ])('reject %s with the value %j', async (field, value) => {
    const answer = await call(register, { body: { ...input, [field]: value } })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(pointers(answer.json)?.[0]).toMatch(new RegExp(`^/${field}`))
  }) // prettier-ignore

  it('are all named if several are wrong', async () => {
    const answer = await call(register, { body: { username: '', email: 'no', password: '', admin: true } })
    expect(pointers(answer.json)?.toSorted()).toEqual([
      '/admin',
      '/confirm_password',
      '/email',
      '/password',
      '/username',
    ])
  })

  it('are named together with a password that breaks the rules', async () => {
    const answer = await call(register, { body: { ...withPassword('too short'), username: '' } })
    expect(pointers(answer.json)?.toSorted()).toEqual(['/password', '/username'])
  })

  it('may come as a form', async () => {
    const form = new URLSearchParams(input)
    const answer = await call(register, { method: 'POST', rawBody: form })
    expect(answer.status).toBe(201)
    form.append('username', 'twice')
    expect((await call(register, { method: 'POST', rawBody: form })).status).toBe(400)
  })
})
