import { expect } from 'vitest'
import { remoteApi } from '@/test/support/servers/remote-api'
import type { ScratchPlace } from '@/test/support/servers/scratch-place'
import type { TokenLedger } from '@/test/support/database/token-ledger'

/** Queries that find what a half-committed transaction would leave behind. */
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
  'an account registered without a trace': `
    SELECT id FROM account
      WHERE 1 <> (SELECT count(*) FROM audit_event WHERE target_id = account.id AND action = 'account.registered')`,
}

/** Expects a server to keep everything that it told the clients of a ledger, and the rest to be whole or absent. */
export async function expectNothingLost(
  origin: string,
  { live, revoked, uncertain, accounts }: TokenLedger,
  place: Pick<ScratchPlace, 'rows'>,
): Promise<void> {
  const { verify, signIn } = remoteApi(origin)
  for (const { key } of live) expect((await verify(key)).status).toBe(200)
  for (const { key } of revoked)
    expect((await verify(key)).json()).toMatchObject({ status: 401, code: 'token_revoked' })
  for (const { key } of uncertain) expect([200, 401]).toContain((await verify(key)).status)
  for (const username of accounts) expect((await signIn('login', username)).status).toBe(200)
  for (const [half, sql] of Object.entries(HALVES)) expect(await place.rows(sql), half).toEqual([])
}
