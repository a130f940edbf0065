import { afterAll, beforeAll, expect, it } from 'vitest'
import { remoteApi } from '@/test/support/servers/remote-api'
import { newScratchPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const CLIENTS = 64
const REVOCATIONS = 12

let place: ScratchPlace
let servers: ServerProcess[]

beforeAll(async () => {
  place = await newScratchPlace('postgresql')
  servers = [await startServer(place.options), await startServer(place.options)]
}, 90_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop('SIGINT')))
  await place.remove()
})

const apiOf = (index: number) => remoteApi(servers[index % servers.length]?.origin ?? '')

/** A verification result as its client saw it. */
interface Verdict {
  /** Whether the client sent the request after the revocation was acknowledged. */
  isLate: boolean
  status: number
}

/** Verifies a key repeatedly, and once more after it was revoked. */
async function keepAsking(index: number, key: string, ledger: Verdict[], isRevoked: () => boolean): Promise<void> {
  for (let isLast = false; !isLast;) {
    isLast = isRevoked()
    const { status } = await apiOf(index).verify(key)
    ledger.push({ isLate: isLast, status })
  }
}

it(
  `${CLIENTS} clients on two instances: no acceptance that began after the revoking answer`,
  { timeout: 300_000 },
  async () => {
    const { deviceKey } = await apiOf(0).newPerson('ada')
    for (let round = 0; round < REVOCATIONS; round += 1) {
      const { id, key } = await apiOf(round).createToken(deviceKey, `t${round}`)
      const ledger: Verdict[] = []
      let isRevoked = false
      const clients = Array.from({ length: CLIENTS }, (_, index) => keepAsking(index, key, ledger, () => isRevoked))
      // Wait until both instances have accepted the key.
      await expect.poll(() => ledger.length).toBeGreaterThan(CLIENTS * 2)
      expect((await apiOf(round + 1).revoke(deviceKey, id)).status).toBe(204)
      isRevoked = true
      await Promise.all(clients)
      const late = ledger.filter(({ isLate }) => isLate)
      expect(late.length).toBeGreaterThanOrEqual(CLIENTS)
      expect(new Set(late.map(({ status }) => status))).toEqual(new Set([401]))
      expect(ledger.filter(({ status }) => status !== 200 && status !== 401)).toEqual([])
      expect(ledger.filter(({ status }) => status === 200).length).toBeGreaterThan(CLIENTS)
    }
  },
)
