import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proofRounds } from '@/test/support/proof-rounds'
import { remoteApi } from '@/test/support/servers/remote-api'
import { expectNothingLost } from '@/test/support/database/replay-ledger'
import { databaseKinds, newScratchPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import { startServer } from '@/test/support/servers/server-process'
import { startForTest } from '@/test/support/servers/start-for-test'
import { startTokenLoad, type TokenLedger } from '@/test/support/database/token-ledger'

const CLIENTS = 6
const ROUNDS = Array.from({ length: proofRounds(1, 30) }, (_, index) => index + 1)

describe.each(databaseKinds)('on %s, a server killed under load', (kind) => {
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

  it.each(ROUNDS)('keeps everything it acknowledged, and the rest whole or not at all (round %i)', async (round) => {
    const ledger = await crashUnderLoad(round)
    expect(ledger.uncertain.length + ledger.unanswered.length).toBe(CLIENTS)
    const server = await startForTest(options())
    await expectNothingLost(server.origin, ledger, place)
    await server.stop('SIGINT')
  })
})
