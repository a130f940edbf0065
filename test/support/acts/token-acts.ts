import { revokeAccountTokensContract } from '@/lib/domain/admin/accounts/contract'
import { revokeManagedTokenContract, revokeManagedTokensContract } from '@/lib/domain/admin/tokens/contract'
import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/base/contract'
import { refreshJwtContract } from '@/lib/domain/jwt/contract'
import { nonExpiringTokenContract } from '@/lib/domain/sessions/contract'
import {
  createTokenContract,
  endTokenGraceContract,
  extendTokenContract,
  revokeKeyContract,
  revokeTokenContract,
  revokeTokensContract,
  rotateTokenContract,
  undoRevocationContract,
  updateTokenContract,
} from '@/lib/domain/tokens/contract'
import {
  asked,
  newAdministrator,
  newPerson,
  onToken,
  type Actor,
  type Doors,
  type Outcome,
  type ReadyAct,
} from '@/test/support/acts/act'
import { fittingState, newTokenIn } from '@/test/support/requests/contract-subject'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'

/** Returns an act of an owner on a personal token. */
const owning =
  (
    action: AuditAction,
    contract: Contract,
    body?: Record<string, unknown>,
    detailsOf: (json: Outcome['json']) => Record<string, unknown> = () => ({ ...body }),
  ) =>
  async () => {
    const { account, actor, credential } = await newPerson()
    const id = await newTokenIn(fittingState(contract), account, 'personal')
    return asked(contract, { params: { id }, ...(body && { body }), ...credential }, (json) => [
      onToken(action, id, account, actor, detailsOf(json)),
    ])
  }

const revoked = (ids: readonly string[], owner: { id: string }, actor: Actor, details: Record<string, unknown>) =>
  ids.map((id) => onToken('token.revoked', id, owner, actor, details))

/**
 * Returns an act in which an administrator revokes another account’s tokens. `target` turns their ids into the request.
 */
const administering =
  (contract: Contract, target: (ids: string[], owner: string) => { params?: Record<string, string>; body: object }) =>
  async () => {
    const account = await newAccount()
    const ids = [await newTokenIn('live', account, 'personal'), await newTokenIn('live', account, 'personal')]
    await database().token.updateMany({ where: { userId: account.id }, data: { name: 'ci' } })
    const { actor, credential } = await newAdministrator()
    const input = target(ids, account.id)
    const ended = input.params?.['id'] === ids[0] ? ids.slice(0, 1) : ids
    const details = { reason: 'leaked', name: 'ci', kind: 'personal', by: 'administrator' }
    return asked(contract, { ...input, ...credential }, () => revoked(ended, account, actor, details))
  }

/** Returns an act that revokes the token of a key, by its owner or by an administrator. */
const showingKey = (isAdmin: boolean) => async () => {
  const { account, actor, credential } = await newPerson('device', isAdmin)
  const owner = isAdmin ? await newAccount() : account
  const { id, key } = await newToken(owner, 'personal')
  const reason = isAdmin ? 'administrator' : 'unspecified'
  return asked(revokeKeyContract, { body: { token: key }, ...credential }, () =>
    revoked([id], owner, actor, { reason }),
  )
}

async function reuse(): Promise<ReadyAct> {
  const account = await newAccount()
  const { id, key } = await newToken(account, 'refresh')
  await database().tokenSecret.updateMany({ where: { tokenId: id }, data: { validUntil: new Date(0) } })
  const rows = () => revoked([id], account, { userId: account.id }, { reason: 'reuse_detected' })
  return asked(refreshJwtContract, { body: { refresh: key } }, rows, 401)
}

/** What people do to tokens. */
export const tokenActs = {
  'token.created': {
    'its owner': async () => {
      const { account, actor, credential } = await newPerson()
      const body = { name: 'ci', scopes: ['read'], expires_in_seconds: 3600 }
      return asked(createTokenContract, { body, ...credential }, ({ id, expires_at }) => [
        onToken('token.created', id, account, actor, { name: 'ci', scopes: ['read'], expires_at }),
      ])
    },
    'a password': async () => {
      const account = await newAccount()
      const body = { username: account.username, password: PASSWORD, token_name: 'ci' }
      return asked(nonExpiringTokenContract, { body }, async () => {
        const { id } = await database().token.findFirstOrThrow({ where: { userId: account.id } })
        const details = { name: 'ci', scopes: [], expires_at: null }
        return [onToken('token.created', id, account, { userId: account.id }, details)]
      })
    },
  },
  'token.updated': { 'its owner': owning('token.updated', updateTokenContract, { name: 'ci', scopes: ['read'] }) },
  'token.rotated': { 'its owner': owning('token.rotated', rotateTokenContract, { grace_seconds: 60 }) },
  'token.grace_ended': { 'its owner': owning('token.grace_ended', endTokenGraceContract) },
  'token.restored': { 'its owner': owning('token.restored', undoRevocationContract, {}) },
  'token.extended': {
    'its owner': owning('token.extended', extendTokenContract, { expires_in_seconds: 60 }, ({ expires_at }) => ({
      expires_at,
    })),
  },
  'token.revoked': {
    'its owner': owning('token.revoked', revokeTokenContract, { reason: 'leaked' }),
    'its owner, with another': async () => {
      const { account, actor, credential } = await newPerson()
      const ids = [await newTokenIn('live', account, 'personal'), await newTokenIn('live', account, 'device')]
      return asked(revokeTokensContract, { body: { ids, reason: 'unused' }, ...credential }, () =>
        revoked(ids, account, actor, { reason: 'unused' }),
      )
    },
    'its owner, who shows the key': showingKey(false),
    'an administrator who shows the key': showingKey(true),
    'an administrator': administering(revokeManagedTokenContract, ([id = '']) => ({
      params: { id },
      body: { reason: 'leaked' },
    })),
    'an administrator, with another': administering(revokeManagedTokensContract, (ids) => ({
      body: { ids, reason: 'leaked' },
    })),
    'an administrator, with all of its owner': administering(revokeAccountTokensContract, (_, id) => ({
      params: { id },
      body: { reason: 'leaked' },
    })),
    'a refresh token that is shown again': reuse,
  },
} as const satisfies Partial<Record<AuditAction, Doors>>
