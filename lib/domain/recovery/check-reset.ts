import { findActiveAccount } from '@/lib/domain/accounts/find-active-account'
import { codeInvalid, peekCode } from '@/lib/domain/codes/one-time-code'
import type { CheckResetInput, ResetCheck } from '@/lib/domain/recovery/schema'
import { listLivePersonalTokens } from '@/lib/domain/tokens/list-live-personal-tokens'

/**
 * Returns the account of a reset link and the tokens that the reset would revoke. The link stays usable.
 * @throws AppError code_invalid
 */
export async function checkReset({ uid, token }: CheckResetInput): Promise<ResetCheck> {
  const code = await peekCode('reset_password', token, '/token')
  const account = code.userId === uid ? await findActiveAccount(uid) : null
  if (account === null) throw codeInvalid('/token')
  return { username: account.username, tokens: await listLivePersonalTokens(uid) }
}
