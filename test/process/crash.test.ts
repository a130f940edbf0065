import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remoteApi } from '@/test/support/remote-api'
import { databaseKinds, newScratchPlace, type ScratchPlace } from '@/test/support/scratch-place'
import { startServer } from '@/test/support/server-process'
import { startForTest } from '@/test/support/start-for-test'
import { startTokenLoad, type TokenLedger } from '@/test/support/token-ledger'

const CLIENTS = 6

// Each finds what a transaction that was cut in two would leave behind.
const HALVES = {
  'a token without its secret': `
    SELECT id FROM token WHERE NOT EXISTS (SELECT 1 FROM token_secret WHERE token_id = token.id)`,
  'a secret without its token': `
    SELECT id FROM token_secret WHERE NOT EXISTS (SELECT 1 FROM token WHERE id = token_id)`,
  'a token made without a trace': `
    SELECT id FROM token WHERE kind = 'personal'
      AND 1 <> (SELECT count(*) FROM audit_event WHERE target_id = token.id AND action = 'token.created')`,
  'a trace of a token that is not there': `
    SELECT id FROM audit_event WHERE action = 'token.created'
      AND NOT EXISTS (SELECT 1 FROM token WHERE id = target_id)`,
  'a token revoked without a trace': `
    SELECT id FROM token WHERE kind = 'personal' AND revoked_at IS NOT NULL
      AND 1 <> (SELECT count(*) FROM audit_event WHERE target_id = token.id AND action = 'token.revoked')`,
  'a trace of a revocation that is not there': `
    SELECT id FROM audit_event WHERE action = 'token.revoked'
      AND EXISTS (SELECT 1 FROM token WHERE id = target_id AND revoked_at IS NULL)`,
  'a revoked token that keeps its name': `
    SELECT id FROM token WHERE revoked_at IS NOT NULL AND live_name_key IS NOT NULL`,
  'an account without its name': `
    SELECT id FROM account WHERE NOT EXISTS (SELECT 1 FROM username_claim WHERE user_id = account.id)`,
}

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

  it.each([1, 2, 3])('what was acknowledged stands, and what was not is whole or absent (round %i)', async (round) => {
    const { live, revoked, uncertain, unanswered } = await crashUnderLoad(round)
    expect(uncertain.length + unanswered.length).toBe(CLIENTS)

    const server = await startForTest(options())
    const { verify } = remoteApi(server.origin)
    for (const { key } of live) expect((await verify(key)).status).toBe(200)
    for (const { key } of revoked)
      expect((await verify(key)).json()).toMatchObject({ status: 401, code: 'token_revoked' })
    for (const { key } of uncertain) expect([200, 401]).toContain((await verify(key)).status)
    expect((await verify(deviceKey)).status).toBe(200)
    await server.stop('SIGINT')
    for (const [half, sql] of Object.entries(HALVES)) expect(await place.rows(sql), half).toEqual([])
  })
})
