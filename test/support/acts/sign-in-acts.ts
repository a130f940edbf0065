import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/base/contract'
import { approveDeviceContract, denyDeviceContract, exchangeContract } from '@/lib/domain/device-flow/contract'
import { DEVICE_GRANT } from '@/lib/domain/device-flow/schema'
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
import { asked, newPerson, onThing, onToken, type Doors } from '@/test/support/acts/act'
import { APP } from '@/test/support/requests/api'
import {
  CLIENT_ID,
  deviceCodeOf,
  newApprovedRequest,
  newDeviceRequest,
  userCodeOf,
} from '@/test/support/device-requests'
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
      const signedIn = onToken(
        action,
        id,
        account,
        { userId: account.id, tokenId: id },
        { name: 'Laptop', methods: ['password'] },
      )
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

/** Returns the poll by which an app gets the token of this kind that an account approved. */
const polling = (kind: 'personal' | 'device') => async () => {
  const account = await newAccount()
  const { sessionId } = await newApprovedRequest(account, { tokenKind: kind, deviceName: 'NAS' })
  const body = { grant_type: DEVICE_GRANT, device_code: deviceCodeOf(account), client_id: CLIENT_ID }
  const ready = asked(exchangeContract, { body }, async ({ token_id: id }) => {
    const { expiresAt } = await database().token.findUniqueOrThrow({ where: { id } })
    const app = { name: 'NAS', client_id: CLIENT_ID }
    const created = { ...app, scopes: ['read', 'write'], expires_at: expiresAt?.toISOString() ?? null }
    return kind === 'device'
      ? [
          onToken(
            'device.signed_in',
            id,
            account,
            { userId: account.id, tokenId: id },
            { ...app, methods: ['device_flow'] },
          ),
        ]
      : [onToken('token.created', id, account, { userId: account.id, tokenId: sessionId }, created)]
  })
  // The polls that fail must not count as early.
  const perform = async () => {
    await database().deviceRequest.updateMany({ data: { polledAt: null } })
    return ready.perform()
  }
  return { ...ready, perform }
}

/** Returns a decision about the request of an app. */
const deciding = (action: AuditAction, contract: Contract) => async () => {
  const { account, actor, credential } = await newPerson('session')
  const { id } = await newDeviceRequest(account)
  const details = { client_id: CLIENT_ID, device_name: null, kind: 'personal', requested_from: '192.0.2.1' }
  return asked(contract, { body: { user_code: userCodeOf(account) }, ...credential }, () => [
    onThing(action, ['device_request', id], actor, details),
  ])
}

/** The poll by which an app gets a personal token. */
export const tokenByCode = polling('personal')

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
    'an app whose code was approved': polling('device'),
  },
  'device_request.approved': { 'a session': deciding('device_request.approved', approveDeviceContract) },
  'device_request.denied': { 'a session': deciding('device_request.denied', denyDeviceContract) },
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
