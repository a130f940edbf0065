import type { Db } from '@/lib/db/client'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import type { Scene } from '@/test/support/barrier/scenes'
import type { Subject } from '@/test/support/requests/contract-subject'

/** A way in which a waiting request loses its authority. */
export interface Loss {
  name: string
  /** Returns whether a scene has this kind of authority to lose. */
  concerns(scene: Scene): boolean
  take(tx: Db, subject: Subject): Promise<unknown>
  /** The errors that may reject the request. */
  codes: readonly ErrorCode[]
}

const PAST = new Date(0)
const ALL_KINDS = ['session', 'device', 'personal', 'refresh'] as const
const OTHER_HASH = `$2b$04$${'x'.repeat(53)}`

const byCredential = ({ right }: Scene) => right === 'credential'
const byKey = (scene: Scene) => byCredential(scene) && scene.kind !== 'access'
const signsIn = ({ right }: Scene) => right === 'password'
const renews = ({ right }: Scene) => right === 'refresh'

const continues = ({ right }: Scene) => right === 'ticket'
const isApproved = ({ right }: Scene) => right === 'approval'

const ofCaller = ({ callerId }: Subject) => ({ id: callerId ?? '' })
const ofOwner = ({ account }: Subject) => ({ id: account.id })
const deactivate: Loss['take'] = (tx, subject) =>
  tx.user.updateMany({ where: ofOwner(subject), data: { isActive: false } })
const remove: Loss['take'] = (tx, subject) => tx.user.deleteMany({ where: ofOwner(subject) })
const replacePassword: Loss['take'] = (tx, subject) =>
  tx.user.updateMany({ where: ofOwner(subject), data: { passwordHash: OTHER_HASH } })
const revokeEverything: Loss['take'] = (tx, { account }) =>
  endTokens(tx, null, { kinds: ALL_KINDS }, 'administrator', account.id)
const setToken =
  (
    data: { revokedAt: Date } | { expiresAt: Date } | { idleExpiresAt: Date } | { authTime: Date } | { scopes: string },
  ) =>
  (tx: Db, subject: Subject) =>
    tx.token.updateMany({ where: ofCaller(subject), data })

export const losses: readonly Loss[] = [
  {
    name: 'its token is revoked',
    concerns: byCredential,
    take: setToken({ revokedAt: PAST }),
    codes: ['token_revoked'],
  },
  {
    name: 'everything of its account is revoked',
    concerns: byCredential,
    take: revokeEverything,
    codes: ['token_revoked'],
  },
  { name: 'its token expires', concerns: byCredential, take: setToken({ expiresAt: PAST }), codes: ['token_expired'] },
  {
    name: 'its token idles out',
    concerns: byCredential,
    take: setToken({ idleExpiresAt: PAST }),
    codes: ['token_expired'],
  },
  {
    name: 'its key is replaced',
    concerns: byKey,
    take: (tx, { callerId }) =>
      tx.tokenSecret.updateMany({ where: { tokenId: callerId ?? '' }, data: { validUntil: PAST } }),
    codes: ['token_superseded'],
  },
  { name: 'its account is deactivated', concerns: byCredential, take: deactivate, codes: ['owner_inactive'] },
  // Deleting the account deletes its tokens too, and the request may notice the missing token first.
  {
    name: 'its account is deleted',
    concerns: byCredential,
    take: remove,
    codes: ['token_unknown', 'token_not_found'],
  },
  {
    name: 'its account is demoted',
    concerns: ({ contract, kind }) =>
      contract.role === 'admin' || (contract.scope !== undefined && kind === 'personal'),
    take: (tx, subject) => tx.user.updateMany({ where: ofOwner(subject), data: { isAdmin: false } }),
    codes: ['admin_required', 'insufficient_scope'],
  },
  {
    name: 'its scope is withdrawn',
    concerns: ({ contract, kind }) => contract.scope !== undefined && kind === 'personal',
    take: setToken({ scopes: '' }),
    codes: ['insufficient_scope'],
  },
  {
    name: 'its step-up lapses',
    concerns: ({ contract, showsPassword }) => contract.stepUp === true && !showsPassword,
    take: setToken({ authTime: PAST }),
    codes: ['reauthentication_required'],
  },
  {
    name: 'the password is changed',
    concerns: (scene) => byCredential(scene) && scene.showsPassword,
    take: replacePassword,
    codes: ['password_incorrect'],
  },
  { name: 'the password is changed', concerns: signsIn, take: replacePassword, codes: ['credentials_invalid'] },
  { name: 'the account is deactivated', concerns: signsIn, take: deactivate, codes: ['credentials_invalid'] },
  { name: 'the account is deleted', concerns: signsIn, take: remove, codes: ['credentials_invalid'] },
  { name: 'its family is revoked', concerns: renews, take: revokeEverything, codes: ['refresh_invalid'] },
  { name: 'its account is deactivated', concerns: renews, take: deactivate, codes: ['refresh_invalid'] },
  { name: 'its account is deleted', concerns: renews, take: remove, codes: ['refresh_invalid'] },
  // Each of these is also a wrong password.
  {
    name: 'the account’s sessions are revoked',
    concerns: continues,
    take: revokeEverything,
    codes: ['ticket_invalid'],
  },
  { name: 'the account is deactivated', concerns: continues, take: deactivate, codes: [] },
  { name: 'the password is changed', concerns: continues, take: replacePassword, codes: [] },
  { name: 'the account is deleted', concerns: continues, take: remove, codes: ['ticket_invalid'] },
  { name: 'its approver is signed out', concerns: isApproved, take: revokeEverything, codes: ['access_denied'] },
  { name: 'its approver is deactivated', concerns: isApproved, take: deactivate, codes: ['access_denied'] },
  // Deleting the account deletes the request too.
  { name: 'its approver is deleted', concerns: isApproved, take: remove, codes: ['access_denied', 'invalid_grant'] },
  {
    name: 'the link is withdrawn',
    concerns: ({ right }) => right === 'link',
    take: (tx, { account }) => tx.oneTimeCode.deleteMany({ where: { userId: account.id } }),
    codes: ['code_invalid'],
  },
  {
    name: 'another administrator completes the setup',
    concerns: ({ right }) => right === 'setup',
    take: (tx) => tx.instance.updateMany({ data: { setupCompletedAt: PAST } }),
    codes: ['not_found'],
  },
]
