import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/base/contract'
import { createJwtContract, refreshJwtContract } from '@/lib/domain/jwt/contract'
import {
  endSessionContract,
  idTokenContract,
  loginContract,
  logoutAllContract,
  logoutContract,
  reauthenticateContract,
  startSessionContract,
} from '@/lib/domain/sessions/contract'
import type { TokenKind } from '@/lib/keys/token-key'
import { asked, newPerson, onToken, type Doors } from '@/test/support/acts/act'
import { APP } from '@/test/support/requests/api'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { requireSigningKeys } from '@/test/support/jwt'
import { withSettings } from '@/test/support/with-settings'

/** Returns a sign-in through an endpoint. With `evicts`, it replaces the app that was signed in before. */
const signingIn =
  (action: AuditAction, contract: Contract, kind: TokenKind, evicts = false) =>
  async () => {
    if (evicts) withSettings({ SESSION_POLICY: 'one', SESSION_OVERFLOW: 'evict' })
    await requireSigningKeys()
    const account = await newAccount()
    const evicted = await newToken(account, 'device')
    const body = { username: account.username, password: PASSWORD, device_name: 'Laptop' }
    return asked(contract, { body, headers: { origin: APP } }, async () => {
      const where = { userId: account.id, kind, name: 'Laptop' }
      const { id } = await database().token.findFirstOrThrow({ where })
      const signedOut = onToken(
        'token.revoked',
        evicted.id,
        account,
        { userId: account.id },
        { reason: 'session_policy' },
      )
      const signedIn = onToken(action, id, account, { userId: account.id, tokenId: id }, { name: 'Laptop' })
      return evicts ? [signedIn, signedOut] : [signedIn]
    })
  }

const reauthenticating = (kind: 'session' | 'device') => async () => {
  const { account, actor, credential } = await newPerson(kind)
  return asked(reauthenticateContract, { body: { password: PASSWORD }, ...credential }, () => [
    onToken('session.reauthenticated', actor.tokenId, account, actor),
  ])
}

/** Returns a sign-out through an endpoint that signs out the caller and `others`. */
const signingOut = (contract: Contract, kind: 'session' | 'device', others: readonly TokenKind[]) => async () => {
  const { account, actor, credential } = await newPerson(kind)
  const ended = [actor.tokenId]
  for (const other of others) ended.push((await newToken(account, other)).id)
  const input = contract.body === undefined ? credential : { body: {}, ...credential }
  return asked(contract, input, () =>
    ended.map((id) => onToken('token.signed_out', id, account, actor, { reason: 'signed_out' })),
  )
}

/** How people sign in and sign out. */
export const signInActs = {
  'session.started': {
    'a browser': signingIn('session.started', startSessionContract, 'session'),
    'a browser in the place of a device': signingIn('session.started', startSessionContract, 'session', true),
  },
  'device.signed_in': {
    'a program': signingIn('device.signed_in', loginContract, 'device'),
    'a program of the older kind': signingIn('device.signed_in', idTokenContract, 'device'),
    'a program in the place of another': signingIn('device.signed_in', loginContract, 'device', true),
  },
  'jwt.created': {
    'a program': signingIn('jwt.created', createJwtContract, 'refresh'),
    'a program in the place of a device': signingIn('jwt.created', createJwtContract, 'refresh', true),
  },
  'jwt.refresh_retried': {
    'an API client': async () => {
      await requireSigningKeys()
      const account = await newAccount()
      const { id, key } = await newToken(account, 'refresh', { name: 'Sync' })
      const body = { refresh: key }
      await asked(refreshJwtContract, { body }, () => []).perform()
      const actor = { userId: account.id, tokenId: id }
      return asked(refreshJwtContract, { body }, () => [
        onToken('jwt.refresh_retried', id, account, actor, { name: 'Sync' }),
      ])
    },
  },
  'session.reauthenticated': { 'a session': reauthenticating('session'), 'a device': reauthenticating('device') },
  'token.signed_out': {
    'a browser': signingOut(endSessionContract, 'session', []),
    'a device': signingOut(logoutContract, 'device', []),
    'a session that ends all': signingOut(logoutAllContract, 'session', ['session', 'device', 'refresh']),
  },
} as const satisfies Partial<Record<AuditAction, Doors>>
