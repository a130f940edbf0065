import { describe, expect, it } from 'vitest'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { POST as reauthenticate } from '@/app/api/v1/auth/reauthenticate/route'
import { POST as create } from '@/app/api/v1/auth/tokens/route'
import { PATCH as updateUser, GET as user } from '@/app/api/v1/auth/user/route'
import { database } from '@/lib/db/client'
import { call, type Answer } from '@/test/support/requests/api'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { stopClock } from '@/test/support/stop-clock'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

async function newCaller(kind: 'session' | 'device', shownAt: Date) {
  const account = await newAccount()
  const { id, key } = await newToken(account, kind)
  await database().token.update({ where: { id }, data: { authTime: shownAt } })
  return { account, id, key, as: kind === 'session' ? { session: key } : { key } }
}

const sessionKeyOf = ({ headers }: Answer) => /^latchkey=([^;]*)/.exec(headers.getSetCookie()[0] ?? '')?.[1] ?? ''

describe.each(['session', 'device'] as const)('a %s', (kind) => {
  it('that confirmed the password within 15 minutes may do what requires it', async () => {
    const { as } = await newCaller(kind, minutesAgo(14))
    expect((await call(create, { body: { name: 'ci' }, ...as })).status).toBe(201)
  })

  it('that confirmed the password earlier is asked for it, and nothing happens', async () => {
    const { as } = await newCaller(kind, minutesAgo(16))
    const { status, json } = await call(create, { body: { name: 'ci' }, ...as })
    expect([status, json.code]).toEqual([403, 'reauthentication_required'])
    expect(await database().token.count({ where: { kind: 'personal' } })).toBe(0)
  })

  it('may send the password with the request', async () => {
    const { as } = await newCaller(kind, minutesAgo(16))
    const wrong = await call(create, { body: { name: 'ci', password: 'wrong' }, ...as })
    expect([wrong.status, wrong.json.code, wrong.json.errors[0].pointer]).toEqual([
      403,
      'password_incorrect',
      '/password',
    ])
    expect((await call(create, { body: { name: 'ci', password: PASSWORD }, ...as })).status).toBe(201)
  })

  it('renews its confirmation with the password, and not with a wrong one', async () => {
    const { as } = await newCaller(kind, minutesAgo(16))
    expect((await call(reauthenticate, { body: { password: 'wrong' }, ...as })).json.code).toBe('password_incorrect')
    expect((await call(create, { body: { name: 'ci' }, ...as })).status).toBe(403)
    const now = stopClock()
    const answer = await call(reauthenticate, { body: { password: PASSWORD }, ...as })
    expect(Date.parse(answer.json.valid_until)).toBe(now + 900_000)
    const renewed = kind === 'session' ? { session: sessionKeyOf(answer) } : as
    expect((await call(create, { body: { name: 'ci' }, ...renewed })).status).toBe(201)
  })
})

describe('a browser that confirms the password again', () => {
  it('continues with a new cookie, and the old one stops working', async () => {
    const { id, key } = await newCaller('session', minutesAgo(16))
    const answer = await call(reauthenticate, { body: { password: PASSWORD }, session: key })
    const fresh = sessionKeyOf(answer)
    expect(fresh).not.toBe(key)
    expect((await call(user, { session: key })).json.code).toBe('token_superseded')
    expect((await call(user, { session: fresh })).status).toBe(200)
    expect(await database().token.count({ where: { id, revokedAt: null } })).toBe(1)
  })
})

describe('the names of an account', () => {
  it('change freely, but a username requires the password', async () => {
    const { key } = await newCaller('device', minutesAgo(16))
    const patch = (body: object) => call(updateUser, { method: 'PATCH', key, body })
    expect((await patch({ first_name: 'Maya', last_name: 'Ortiz' })).json).toMatchObject({
      first_name: 'Maya',
      last_name: 'Ortiz',
    })
    expect((await patch({ username: 'maya' })).json.code).toBe('reauthentication_required')
    expect((await patch({ username: 'maya', password: PASSWORD })).json.username).toBe('maya')
    expect((await patch({})).status).toBe(400)
    expect((await patch({ email: 'x@example.com' })).status).toBe(400)
  })

  it('stay claimed: an old username returns to its account, and to nobody else', async () => {
    const { account, key } = await newCaller('device', new Date())
    const other = await newCaller('device', new Date())
    const rename = (username: string, holder = key) =>
      call(updateUser, { method: 'PATCH', key: holder, body: { username } })
    expect((await rename('maya')).status).toBe(200)
    expect((await rename(account.username, other.key)).json.code).toBe('username_taken')
    expect((await rename('MAYA', other.key)).json.code).toBe('username_taken')
    expect((await rename(account.username)).status).toBe(200)
  })
})

describe('changing the password', () => {
  const body = { old_password: PASSWORD, new_password: 'kettle moss quarry', confirm_password: 'kettle moss quarry' }

  it.each(['session', 'device'] as const)(
    'revokes all other sessions, apps and API clients, and gives the %s a new key',
    async (kind) => {
      const { account, key, as } = await newCaller(kind, minutesAgo(60))
      const others = [
        await newToken(account, 'session'),
        await newToken(account, 'device'),
        await newToken(account, 'refresh'),
      ]
      const personal = await newToken(account, 'personal')
      const answer = await call(changePassword, { body, ...as })
      expect([answer.status, answer.json.revoked]).toEqual([200, 3])
      const fresh = kind === 'session' ? sessionKeyOf(answer) : (answer.json.key as string)
      expect(fresh).not.toBe(key)
      expect((await call(user, as)).status).toBe(401)
      expect((await call(user, kind === 'session' ? { session: fresh } : { key: fresh })).status).toBe(200)
      expect((await call(user, { key: personal.key })).status).toBe(200)
      const dead = await database().token.findMany({ where: { id: { in: others.map(({ id }) => id) } } })
      expect(dead.map((token) => token.revokedReason)).toEqual(Array(3).fill('password_changed'))
    },
  )

  it('revokes personal tokens too on request', async () => {
    const { account, key } = await newCaller('device', new Date())
    const personal = await newToken(account, 'personal')
    await call(changePassword, { body: { ...body, revoke_personal_tokens: true }, key })
    expect((await call(user, { key: personal.key })).status).toBe(401)
  })

  it.each([
    [{ old_password: 'wrong' }, 403, '/old_password'],
    [{ confirm_password: 'another' }, 400, '/confirm_password'],
    [{ new_password: 'short', confirm_password: 'short' }, 400, '/new_password'],
    [{ new_password: 'a'.repeat(73), confirm_password: 'a'.repeat(73) }, 400, '/new_password'],
    [{ new_password: 'passwordpassword', confirm_password: 'passwordpassword' }, 400, '/new_password'],
  ])('changes nothing with %j', async (wrong, status, pointer) => {
    const { account, key } = await newCaller('device', new Date())
    const answer = await call(changePassword, { body: { ...body, ...wrong }, key })
    expect([answer.status, answer.json.errors[0].pointer]).toEqual([status, pointer])
    const { passwordHash } = await database().user.findUniqueOrThrow({ where: { id: account.id } })
    expect(passwordHash).toBe(account.passwordHash)
    expect((await call(user, { key })).status).toBe(200)
  })

  it('succeeds for one of five simultaneous requests', async () => {
    const { key } = await newCaller('device', new Date())
    const answers = await Promise.all(Array.from({ length: 5 }, () => call(changePassword, { body, key })))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    for (const { status } of answers) expect([200, 401, 403]).toContain(status)
  })
})
