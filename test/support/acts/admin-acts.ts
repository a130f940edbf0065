import { createAccountByOperator } from '@/lib/domain/accounts/registration/create-account-by-operator'
import { changeAccount } from '@/lib/domain/admin/accounts/change-account'
import { createAccountContract, changeAccountContract, startResetContract } from '@/lib/domain/admin/accounts/contract'
import { dismissChecklistContract } from '@/lib/domain/admin/checklist/contract'
import { sendTestEmailContract } from '@/lib/domain/admin/email/contract'
import type { ChangeAccountInput } from '@/lib/domain/admin/accounts/schema'
import { startReset } from '@/lib/domain/admin/accounts/start-reset'
import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { createInviteContract, revokeInviteContract } from '@/lib/domain/invites/contract'
import { createInvite } from '@/lib/domain/invites/create-invite'
import { deliverMail } from '@/lib/process/mail/deliver-mail'
import { requestResetContract } from '@/lib/domain/recovery/contract'
import {
  asked,
  newAdministrator,
  onAccount,
  onThing,
  onToken,
  unasked,
  type Actor,
  type Doors,
  type ReadyAct,
} from '@/test/support/acts/act'
import { newTarget } from '@/test/support/requests/contract-subject'
import { newAccount, newToken } from '@/test/support/factories'
import { NEW_PASSWORD } from '@/test/support/requests/valid-input'
import { withMailServer } from '@/test/support/with-mail-server'

type Change = Pick<ChangeAccountInput, 'username' | 'is_active' | 'is_admin'>

/** Returns the acts that change an account’s status, by an administrator and by the operator. */
function changing(action: AuditAction, before: Change, after: Change): Doors {
  const isAdmin = before.is_admin ?? false
  const reason = after.is_active === false ? 'owner_deactivated' : after.is_admin === undefined ? null : 'administrator'
  const prepare = async () => {
    const { username } = before
    const account = await newAccount({ isAdmin, isActive: before.is_active ?? true, ...(username && { username }) })
    const { id: session } = await newToken(account, 'session')
    const rows = (actor: Actor) => [
      onAccount(action, account.id, actor, { before, after }),
      ...(reason === null ? [] : [onToken('token.revoked', session, account, actor, { reason })]),
    ]
    return { id: account.id, rows }
  }
  return {
    'an administrator': async () => {
      const { id, rows } = await prepare()
      const { actor, credential } = await newAdministrator()
      return asked(changeAccountContract, { params: { id }, body: after, ...credential }, () => rows(actor))
    },
    'the operator of the server': async () => {
      const { id, rows } = await prepare()
      await newAccount({ isAdmin: true })
      return unasked(
        () => changeAccount(null, id, after),
        () => rows(null),
      )
    },
  }
}

const NAMES = { username: 'made-by-hand', email: 'made-by-hand@example.com' }

async function answerReset(): Promise<void> {
  await database().outboxMail.updateMany({ data: { dueAt: now() } })
  if ((await deliverMail()) === 0) throw new Error('The request was not answered')
}

const askedForReset = (id: string, actor: Actor, details = {}) => [
  onAccount('account.password_reset_asked', id, actor, details),
]

/** What administrators and the operator do to other accounts. */
export const adminActs = {
  'account.created': {
    'an administrator': async () => {
      const { actor, credential } = await newAdministrator()
      const after = { username: NAMES.username, is_admin: true, session_policy: 'default' }
      return asked(createAccountContract, { body: { ...NAMES, is_admin: true }, ...credential }, ({ user }) => [
        onAccount('account.created', user.id, actor, { before: {}, after }),
      ])
    },
    'the operator of the server': async () =>
      unasked(
        () => createAccountByOperator({ ...NAMES, password: NEW_PASSWORD }, true),
        ({ id }) => [onAccount('account.created', id, null, { is_admin: true })],
      ),
  },
  'account.updated': changing('account.updated', { username: 'maya' }, { username: 'mia' }),
  'account.activated': changing('account.activated', { is_active: false }, { is_active: true }),
  'account.deactivated': changing('account.deactivated', { is_active: true }, { is_active: false }),
  'account.admin_granted': changing('account.admin_granted', { is_admin: false }, { is_admin: true }),
  'account.admin_withdrawn': changing('account.admin_withdrawn', { is_admin: true }, { is_admin: false }),
  'account.password_reset_asked': {
    'a stranger, answered by mail': async (): Promise<ReadyAct> => {
      const { id, email } = await newAccount()
      await asked(requestResetContract, { body: { email } }, () => []).perform()
      return { ...unasked(answerReset, () => askedForReset(id, null)), isAsked: true }
    },
    'an administrator': async () => {
      const { actor, credential } = await newAdministrator()
      const { id } = await newAccount()
      const input = { params: { id }, body: {}, ...credential }
      return asked(startResetContract, input, () => askedForReset(id, actor, { mailed: false }))
    },
    'the operator of the server': async () => {
      const { id } = await newAccount()
      return unasked(
        () => startReset(null, id),
        () => askedForReset(id, null, { mailed: false }),
      )
    },
  },
  'invite.created': {
    'an administrator': async () => {
      const { actor, credential } = await newAdministrator()
      const body = { email: 'guest@example.com' }
      return asked(createInviteContract, { body, ...credential }, ({ id }) => [
        onThing('invite.created', ['invite', id], actor),
      ])
    },
    'the operator of the server': async () =>
      unasked(
        () => createInvite(null, null),
        ({ id }) => [onThing('invite.created', ['invite', id], null)],
      ),
  },
  'invite.revoked': {
    'an administrator': async () => {
      const { account, actor, credential } = await newAdministrator()
      const id = await newTarget(revokeInviteContract, account)
      return asked(revokeInviteContract, { params: { id }, ...credential }, () => [
        onThing('invite.revoked', ['invite', id], actor),
      ])
    },
  },
  'email.tested': {
    'an administrator': async () => {
      await withMailServer()
      const { actor, credential } = await newAdministrator()
      const row = { ...onThing('email.tested', ['instance', '1'], actor), userId: null }
      return asked(sendTestEmailContract, credential, () => [row])
    },
  },
  'checklist.dismissed': {
    'an administrator': async () => {
      const { account, actor, credential } = await newAdministrator()
      const row = { ...onAccount('checklist.dismissed', account.id, actor), userId: null }
      return asked(dismissChecklistContract, { body: { dismissed: true }, ...credential }, () => [row])
    },
  },
} as const satisfies Partial<Record<AuditAction, Doors>>
