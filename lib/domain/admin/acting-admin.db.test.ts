import { beforeEach, describe, expect, it } from 'vitest'
import { createAccountByAdmin } from '@/lib/domain/admin/accounts/create-account-by-admin'
import { changeAccount } from '@/lib/domain/admin/accounts/change-account'
import { revokeAccountTokens } from '@/lib/domain/admin/accounts/revoke-account-tokens'
import { startReset } from '@/lib/domain/admin/accounts/start-reset'
import { revokeManagedToken } from '@/lib/domain/admin/tokens/revoke-managed-token'
import { revokeManagedTokens } from '@/lib/domain/admin/tokens/revoke-managed-tokens'
import type { Principal } from '@/lib/keys/principal'
import { database } from '@/lib/db/client'
import { createInvite } from '@/lib/domain/invites/create-invite'
import { revokeInvite } from '@/lib/domain/invites/revoke-invite'
import { newAdmin, principalOf } from '@/test/support/acts/admins'
import { newAccount, newInstance, newToken } from '@/test/support/factories'

const grace = { username: 'grace', email: 'grace@example.com' }

/** The actions of an administrator on another account and its token. */
const ACTS: [name: string, act: (admin: Principal, userId: string, tokenId: string) => Promise<unknown>][] = [
  ['makes an account', (admin) => createAccountByAdmin(admin, grace)],
  ['makes an administrator', (admin) => createAccountByAdmin(admin, { ...grace, is_admin: true })],
  ['renames an account', (admin, id) => changeAccount(admin, id, { username: 'renamed' })],
  ['changes how many may be signed in', (admin, id) => changeAccount(admin, id, { session_policy: 'one' })],
  ['grants the role', (admin, id) => changeAccount(admin, id, { is_admin: true })],
  ['deactivates an account', (admin, id) => changeAccount(admin, id, { is_active: false })],
  ['starts a reset', (admin, id) => startReset(admin, id)],
  ['ends all of an account', (admin, id) => revokeAccountTokens(admin, id, {})],
  ['ends a token', (admin, _id, tokenId) => revokeManagedToken(admin, tokenId, 'unspecified')],
  ['ends tokens', (admin, _id, tokenId) => revokeManagedTokens(admin, { ids: [tokenId] })],
  ['invites', (admin) => createInvite(admin, null)],
]

const rows = () =>
  Promise.all([
    database().user.findMany({ orderBy: { id: 'asc' }, omit: { revision: true } }),
    database().token.findMany({ orderBy: { id: 'asc' }, omit: { lastUsedAt: true, lastUsedAddress: true } }),
    database().oneTimeCode.findMany(),
    database().auditEvent.count(),
  ])

beforeEach(newInstance)

describe.each([
  ['demoted', { isAdmin: false }, 'admin_required'],
  ['deactivated', { isActive: false }, 'owner_inactive'],
])('an administrator who was %s after authenticating', (_state, fallen, code) => {
  it.each(ACTS)('no longer %s', async (_name, act) => {
    const { account, key } = await newAdmin()
    await newAdmin()
    const admin = await principalOf(key)
    const other = await newAccount()
    const token = await newToken(other, 'personal')
    await database().user.update({ where: { id: account.id }, data: fallen })
    const before = await rows()
    await expect(act(admin, other.id, token.id)).rejects.toMatchObject({ code })
    expect(await rows()).toEqual(before)
  })

  it('no longer revokes an invitation', async () => {
    const { account, key } = await newAdmin()
    const admin = await principalOf(key)
    const { id } = await createInvite(admin, null)
    await database().user.update({ where: { id: account.id }, data: fallen })
    await expect(revokeInvite(admin, id)).rejects.toMatchObject({ code })
    expect(await database().oneTimeCode.count({ where: { id } })).toBe(1)
  })
})

it('leaves no password reset link when an account is deactivated at the same time', async () => {
  const admin = await principalOf((await newAdmin()).key)
  for (let round = 0; round < 5; round += 1) {
    const { id } = await newAccount()
    const resets = Array.from({ length: 4 }, () => startReset(admin, id))
    await Promise.allSettled([changeAccount(admin, id, { is_active: false }), ...resets])
    expect(await database().user.count({ where: { id, isActive: false } })).toBe(1)
    expect(await database().oneTimeCode.count({ where: { userId: id, purpose: 'reset_password' } })).toBe(0)
  }
})
