import {
  changePasswordContract,
  deleteAccountContract,
  registerContract,
  removePasswordContract,
  setPasswordContract,
  setupContract,
  updateAccountContract,
} from '@/lib/domain/accounts/contract'
import type { AuditAction } from '@/lib/domain/audit/record-audit'
import {
  changeEmailContract,
  confirmEmailChangeContract,
  undoEmailChangeContract,
  verifyEmailContract,
} from '@/lib/domain/email/contract'
import type { Contract } from '@/lib/base/contract'
import { confirmResetContract } from '@/lib/domain/recovery/contract'
import { asked, newPerson, onAccount, onToken, type Doors, type ReadyAct } from '@/test/support/acts/act'
import { codeOf, newCodes } from '@/test/support/codes'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { ACME, newIdentity, withoutPassword } from '@/test/support/identities'
import { NEW_PASSWORD, validBody } from '@/test/support/requests/valid-input'
import { withSettings } from '@/test/support/with-settings'

/** Prepares an account with one-time codes and a valid body, for a request without credentials. */
async function stranger(contract: Contract) {
  const account = await newAccount()
  await newCodes(account)
  return { account, actor: { userId: account.id }, body: validBody(contract, account) ?? {} }
}

async function register(fields: Record<string, unknown> = {}): Promise<ReadyAct> {
  const { body } = await stranger(registerContract)
  return asked(registerContract, { body: { ...body, ...fields } }, ({ id }) => [
    onAccount('account.registered', id, { userId: id }),
  ])
}

/** Returns an act by an emailed link that changes the account and revokes no credential. */
const byLink = (action: AuditAction, contract: Contract) => async () => {
  const { account, actor, body } = await stranger(contract)
  return asked(contract, { body }, () => [onAccount(action, account.id, actor)])
}

/** What people do to their own accounts, and what visitors do to get one. */
export const accountActs = {
  'account.registered': {
    'a stranger': register,
    'somebody invited': async () => {
      withSettings({ REGISTRATION: 'invite' })
      const { account } = await stranger(registerContract)
      return register({ invite: codeOf(account, 'invitation') })
    },
  },
  'setup.completed': {
    'whoever has the code': async () => {
      const { body } = await stranger(setupContract)
      return asked(setupContract, { body }, ({ id }) => [onAccount('setup.completed', id, { userId: id })])
    },
  },
  'account.updated': {
    'its owner': async () => {
      const { account, actor, credential } = await newPerson()
      const body = { first_name: 'Ada', username: `${account.username}-ada` }
      return asked(updateAccountContract, { body, ...credential }, () => [
        onAccount('account.updated', account.id, actor, { fields: ['username', 'first_name'] }),
      ])
    },
  },
  'account.password_changed': {
    'its owner, whose session ends': async () => {
      const { account, actor, credential } = await newPerson()
      const { id } = await newToken(account, 'session')
      const body = { old_password: PASSWORD, new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
      return asked(changePasswordContract, { body, ...credential }, () => [
        onAccount('account.password_changed', account.id, actor, { revoked: 1 }),
        onToken('token.revoked', id, account, actor, { reason: 'password_changed' }),
      ])
    },
  },
  'account.password_set': {
    'its owner': async () => {
      const { account, actor, credential } = await newPerson()
      await withoutPassword(account)
      const body = { new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
      return asked(setPasswordContract, { body, ...credential }, () => [
        onAccount('account.password_set', account.id, actor),
      ])
    },
  },
  'account.password_removed': {
    'its owner': async () => {
      const { account, actor, credential } = await newPerson('session')
      withSettings(ACME)
      await newIdentity(account)
      return asked(removePasswordContract, { body: {}, ...credential }, () => [
        onAccount('account.password_removed', account.id, actor),
      ])
    },
  },
  'account.password_reset': {
    'a link, by which a device and a token end': async () => {
      const { account, actor, body } = await stranger(confirmResetContract)
      const ended = [await newToken(account, 'device'), await newToken(account, 'personal')]
      return asked(confirmResetContract, { body }, () => [
        onAccount('account.password_reset', account.id, actor, { revoked: 2 }),
        ...ended.map(({ id }) => onToken('token.revoked', id, account, actor, { reason: 'password_changed' })),
      ])
    },
  },
  'account.deleted': {
    'its owner, who has no password': async () => {
      const { account, actor, credential } = await newPerson('session')
      await withoutPassword(account)
      return asked(deleteAccountContract, { body: {}, ...credential }, () => [
        onAccount('account.deleted', account.id, actor),
      ])
    },
    'its owner': async () => {
      const { account, actor, credential } = await newPerson('session')
      return asked(deleteAccountContract, { body: { password: PASSWORD }, ...credential }, () => [
        onAccount('account.deleted', account.id, actor),
      ])
    },
  },
  'account.email_confirmed': { 'a link': byLink('account.email_confirmed', verifyEmailContract) },
  'account.email_changed': { 'a link': byLink('account.email_changed', confirmEmailChangeContract) },
  'account.email_change_asked': {
    'its owner': async () => {
      const { account, actor, credential } = await newPerson()
      const body = { email: `elsewhere-${account.email}` }
      return asked(changeEmailContract, { body, ...credential }, () => [
        onAccount('account.email_change_asked', account.id, actor),
      ])
    },
  },
  'account.email_change_undone': {
    'a link, by which a device ends': async () => {
      const { account, actor, body } = await stranger(undoEmailChangeContract)
      const { id } = await newToken(account, 'device')
      return asked(undoEmailChangeContract, { body }, () => [
        onAccount('account.email_change_undone', account.id, actor, { revoked: 1 }),
        onToken('token.signed_out', id, account, actor, { reason: 'signed_out' }),
      ])
    },
  },
} as const satisfies Partial<Record<AuditAction, Doors>>
