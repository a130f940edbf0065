import { findActiveAccount } from '@/lib/domain/accounts/find-active-account'
import { codeInvalid, peekCode } from '@/lib/domain/codes/one-time-code'
import type { CheckResetInput, ResetCheck } from '@/lib/domain/recovery/schema'
import { listLivePersonalTokens } from '@/lib/domain/tokens/list-live-personal-tokens'

/** What a reset by this link would end. The link stays good. @throws AppError code_invalid */
export async function checkReset({ uid, token }: CheckResetInput): Promise<ResetCheck> {
  const code = await peekCode('reset_password', token, '/token')
  const account = code.userId === uid ? await findActiveAccount(uid) : null
  if (account === null) throw codeInvalid('/token')
  return { username: account.username, tokens: await listLivePersonalTokens(uid) }
}
