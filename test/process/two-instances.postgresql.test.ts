import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, remoteApi } from '@/test/support/remote-api'
import { newScratchPlace, type ScratchPlace } from '@/test/support/scratch-place'
import { startServer, type ServerProcess } from '@/test/support/server-process'

let place: ScratchPlace
let servers: ServerProcess[]

beforeAll(async () => {
  place = await newScratchPlace('postgresql')
  const options = { ...place.options, env: { ...place.options.env, ADDRESS_LIMIT_PER_MINUTE: '200' } }
  servers = [await startServer(options), await startServer(options)]
}, 90_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop('SIGINT')))
  await place.remove()
})

const apiOf = (index: number) => remoteApi(servers[index % servers.length]?.origin ?? '')

describe('two instances on one database', () => {
  it('count fifty guesses at once in one counter, and then refuse the right one on both', async () => {
    await apiOf(0).newPerson('ada')
    const guesses = Array.from({ length: 50 }, (_, index) => apiOf(index).signIn('login', 'ada', 'wrong-wrong-wrong'))
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([401]))
    const [row] = await place.rows(`SELECT failed_sign_ins, sign_ins_allowed FROM account WHERE username = 'ada'`)
    expect(row).toEqual({ failed_sign_ins: 50, sign_ins_allowed: 10 })
    for (const index of [0, 1]) expect((await apiOf(index).signIn('login', 'ada', PASSWORD)).status).toBe(401)
  })

  it('refuse a revoked key on both from the first request on', async () => {
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

  it('share the limit of an address', async () => {
    const answers = await Promise.all(
      Array.from({ length: 240 }, (_, index) => apiOf(index).post('/api/v1/auth/login', {})),
    )
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited.length).toBeGreaterThanOrEqual(40)
    for (const { headers } of limited) expect(headers['retry-after']).toMatch(/^[1-9]\d?$/)
  })
})
