import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proofRounds } from '@/test/support/proof-rounds'
import { remoteApi } from '@/test/support/remote-api'
import { expectNothingLost } from '@/test/support/replay-ledger'
import { databaseKinds, newScratchPlace, type ScratchPlace } from '@/test/support/scratch-place'
import { startServer } from '@/test/support/server-process'
import { startForTest } from '@/test/support/start-for-test'
import { startTokenLoad, type TokenLedger } from '@/test/support/token-ledger'

const CLIENTS = 6
const ROUNDS = Array.from({ length: proofRounds(1, 30) }, (_, index) => index + 1)

describe.each(databaseKinds)('on %s, when the process is killed under load', (kind) => {
  let place: ScratchPlace
  let deviceKey: string

  const options = () => ({ ...place.options, env: { TOKENS_PER_USER: '100000' } })

  beforeAll(async () => {
    place = await newScratchPlace(kind)
    const server = await startServer(options())
    ;({ deviceKey } = await remoteApi(server.origin).newPerson('ada'))
    await server.kill()
  })
  afterAll(() => place.remove())

  async function crashUnderLoad(round: number): Promise<TokenLedger> {
    const server = await startForTest(options())
    const { underWay, ledger } = startTokenLoad(server.origin, deviceKey, `round-${round}`, CLIENTS)
    await underWay
    await server.kill()
    return ledger
  }

  it.each(ROUNDS)('keeps what it acknowledged, and the rest is whole or absent (round %i)', async (round) => {
    const ledger = await crashUnderLoad(round)
    expect(ledger.uncertain.length + ledger.unanswered.length).toBe(CLIENTS)
    const server = await startForTest(options())
    await expectNothingLost(server.origin, ledger, place)
    await server.stop('SIGINT')
  })
})
