import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/base/contract'
import type { Answer } from '@/test/support/requests/api'
import { newSubject, newTokenIn } from '@/test/support/requests/contract-subject'
import { newToken } from '@/test/support/factories'
import { bodyWith, has } from '@/test/support/requests/provoke'
import { withSettings } from '@/test/support/with-settings'

/** Asks for a name that another live token has in a different spelling. */
export async function nameTaken(contract: Contract): Promise<Answer> {
  const subject = await newSubject(contract)
  await newToken(subject.account, 'personal', { name: 'Deploy' })
  if (has(contract, 'token_name')) return subject.ask(bodyWith(contract, subject, { token_name: 'DEPLOY' }))
  if (has(contract, 'name')) return subject.ask(bodyWith(contract, subject, { name: 'deploy ' }))
  const { id } = await newToken(subject.account, 'personal', { name: 'Backup' })
  const revoked = { revokedAt: now(), revokedReason: 'unused', liveNameKey: null, name: 'Deploy' } as const
  await database().token.update({ where: { id }, data: revoked })
  return subject.ask({ params: { id } })
}

/** Asks for a token when the account has as many live tokens as it may. */
export async function tokenLimit(contract: Contract): Promise<Answer> {
  withSettings({ TOKENS_PER_USER: '1' })
  const subject = await newSubject(contract)
  await newToken(subject.account, 'personal')
  const id = await newTokenIn(contract.path.endsWith('/undo') ? 'revoked' : 'expired', subject.account, 'personal')
  return subject.ask({ params: { id } })
}

/** Tries to restore a token that was revoked as leaked. */
export async function tooLateToUndo(contract: Contract): Promise<Answer> {
  const { account, ask } = await newSubject(contract)
  const id = await newTokenIn('revoked', account, 'personal')
  await database().token.update({ where: { id }, data: { revokedReason: 'leaked' } })
  return ask({ params: { id } })
}
