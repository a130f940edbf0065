import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEACTIVATED, DEMOTED, IN_POWER, lookAt, newIntrospector, newPowers } from '@/test/support/acts/admins-powers'
import { acceptedBy, newEveryCredential } from '@/test/support/acts/every-credential'
import { PASSWORD, remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { newScratchPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import type { WireAnswer } from '@/test/support/servers/send-request'
import { answersInTime } from '@/test/support/stopwatch'
import { waitUntil } from '@/test/support/wait-until'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const SETUP_CODE = 'a-code-for-this-test'

let place: ScratchPlace
let servers: ServerProcess[]
let chief: Person
let introspector: string

beforeAll(async () => {
  place = await newScratchPlace('postgresql')
  const options = {
    ...place.options,
    env: { ...place.options.env, ADDRESS_LIMIT_PER_MINUTE: '20', SETUP_CODE, TRUSTED_PROXIES: '127.0.0.1' },
  }
  servers = [await startServer(options), await startServer(options)]
  chief = await apiOf(0).newFirstAdmin('chief', SETUP_CODE)
  introspector = await newIntrospector(apiOf(0), chief)
}, 90_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop('SIGINT')))
  await place.remove()
})

const apiOf = (index: number, address?: string) => {
  const { origin = '' } = servers[index % servers.length] ?? {}
  return remoteApi(origin, origin, address)
}

/** Signs in from an address, and retries while the instance is too busy. */
async function signIn(api: RemoteApi, address: string, body: object): Promise<WireAnswer> {
  for (;;) {
    const answer = await api.post('/api/v1/auth/login', body, { 'x-forwarded-for': address })
    if (answer.status !== 503) return answer
  }
}

describe('two instances on one database', () => {
  it('count fifty concurrent guesses in one counter and then reject the right password on both', async () => {
    await apiOf(0).newPerson('ada')
    const wrong = { username: 'ada', password: 'wrong-wrong-wrong' }
    const guesses = Array.from({ length: 50 }, (_, index) => signIn(apiOf(index), `192.0.2.${index}`, wrong))
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([401]))
    const [row] = await place.rows(`SELECT failed_sign_ins, sign_ins_allowed FROM account WHERE username = 'ada'`)
    expect(row).toEqual({ failed_sign_ins: 50, sign_ins_allowed: 10 })
    for (const index of [0, 1]) expect((await apiOf(index).signIn('login', 'ada', PASSWORD)).status).toBe(401)
  })

  it('reject a revoked key on both from the next request', async () => {
    const { deviceKey } = await apiOf(0).newPerson('eve')
    for (let round = 0; round < 10; round += 1) {
      const { id, key } = await apiOf(round).createToken(deviceKey, `t${round}`)
      expect((await apiOf(round + 1).verify(key)).status).toBe(200)
      await apiOf(round).send({
        method: 'DELETE',
        path: `/api/v1/auth/tokens/${id}`,
        headers: { authorization: `Token ${deviceKey}` },
      })
      for (const index of [0, 1]) expect((await apiOf(index).verify(key)).status).toBe(401)
    }
  })

  it('show the first use of a key on the other at once, not with the next round', async () => {
    const { deviceKey } = await apiOf(0, '192.0.2.200').newPerson('fay')
    const tokens = [0, 1, 2].map((number) => apiOf(0).createToken(deviceKey, `first${number}`))
    const unused = await Promise.all(tokens)
    const isUsed = async (index: number, id: string) => {
      const answer = await apiOf(index).get(`/api/v1/auth/tokens/${id}/first-use`, {
        authorization: `Token ${deviceKey}`,
      })
      return answer.json()['used'] === true
    }
    await answersInTime('firstUse', async () => {
      const { id, key } = unused.pop() ?? { id: '', key: '' }
      expect(await isUsed(1, id)).toBe(false)
      expect((await apiOf(0).verify(key)).status).toBe(200)
      for (const index of [0, 1]) {
        await waitUntil(
          async () => isUsed(index, id),
          () => 'the first use',
        )
      }
    })
  })

  it('withdraw an administrator’s rights at once after the other demotes or deactivates the account', async () => {
    const eva = await apiOf(1).newPerson('eva')
    const { id } = (await apiOf(1).get('/api/v1/auth/user', { authorization: `Token ${eva.deviceKey}` })).json()
    const changeOnOther = (body: object) =>
      apiOf(0).send({
        method: 'PATCH',
        path: `/api/v1/admin/users/${id}`,
        headers: { authorization: `Token ${chief.deviceKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    await changeOnOther({ is_admin: true })
    const powers = await newPowers(apiOf(1), eva)
    // A change of role signs browser sessions out.
    for (const [body, seen] of [
      [{ is_admin: false }, { ...DEMOTED, page: 307 }],
      [{ is_active: false }, DEACTIVATED],
    ] as const) {
      powers.cookie = (await apiOf(1).signedIn('eva')).cookie
      expect(await lookAt(apiOf(1), powers, introspector)).toEqual(IN_POWER)
      await changeOnOther(body)
      expect(await lookAt(apiOf(1), powers, introspector)).toEqual(seen)
      await changeOnOther({ is_admin: true, is_active: true })
    }
  })

  it('share the rate limit of an address', async () => {
    const empty = Array.from({ length: 30 }, (_, index) => signIn(apiOf(index), '198.51.100.1', {}))
    const answers = await Promise.all(empty)
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited).toHaveLength(10)
    for (const { headers } of limited) expect(headers['retry-after']).toMatch(/^[1-9]\d?$/)
  })
})

const NEW = 'nine lanterns over the quiet harbour'
const asDevice = ({ deviceKey }: Person) => ({ authorization: `Token ${deviceKey}` })

type Loss = (api: RemoteApi, person: Person, path: string) => Promise<WireAnswer>

const changePassword =
  (revoke_personal_tokens: boolean): Loss =>
  (api, person) => {
    const body = { old_password: PASSWORD, new_password: NEW, confirm_password: NEW, revoke_personal_tokens }
    return api.post('/api/v1/auth/password/change', body, asDevice(person))
  }

/** An administrator starts a reset, and the owner follows the link. */
const resetPassword =
  (keep_personal_tokens: boolean): Loss =>
  async (api, _, path) => {
    const { url } = (await api.post(`${path}/password-reset`, {}, asDevice(chief))).json()
    const link = Object.fromEntries(new URLSearchParams(new URL(url).hash.slice(1)))
    const chosen = { new_password: NEW, confirm_password: NEW, keep_personal_tokens }
    return api.post('/api/v1/auth/password/reset/confirm', { ...link, ...chosen })
  }

const sendJson = (api: RemoteApi, method: string, path: string, person: Person, body: object) =>
  api.send({
    method,
    path,
    headers: { 'content-type': 'application/json', ...asDevice(person) },
    body: JSON.stringify(body),
  })

const PERSONAL = ['personal', 'introspected personal']

describe('the other instance rejects every credential at once after', () => {
  it.each<[name: string, accepted: string[], lose: Loss]>([
    ['a password change', PERSONAL, changePassword(false)],
    ['a password change that revokes personal tokens', [], changePassword(true)],
    ['a password reset', [], resetPassword(false)],
    ['a password reset that keeps personal tokens', PERSONAL, resetPassword(true)],
    ['signing out everywhere', PERSONAL, (api, person) => api.post('/api/v1/auth/logout-all', {}, asDevice(person))],
    ['deactivation', [], (api, _, path) => sendJson(api, 'PATCH', path, chief, { is_active: false })],
    ['deletion', [], (api, person) => sendJson(api, 'DELETE', '/api/v1/auth/user', person, { password: PASSWORD })],
  ])('%s', async (name, accepted, lose) => {
    const [here, other] = [0, 1].map((index) => apiOf(index, `2001:db8:${name.length}::1`)) as [RemoteApi, RemoteApi]
    const username = name.replaceAll(' ', '-')
    await here.register(username)
    const person = await newEveryCredential(other, username)
    const { id } = (await here.get('/api/v1/auth/user', asDevice(person))).json()
    expect(await acceptedBy(other, person, introspector)).toHaveLength(11)
    expect((await lose(here, person, `/api/v1/admin/users/${id}`)).status).toBeLessThan(300)
    expect(await acceptedBy(other, person, introspector)).toEqual(accepted)
  })
})
