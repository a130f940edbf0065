import { beforeEach, expect, it } from 'vitest'
import { deleteOwnAccount } from '@/lib/domain/accounts/account-store'
import { changeAccount } from '@/lib/domain/admin/accounts/change-account'
import { lockAdmins } from '@/lib/domain/authority/authority-store'
import type { Principal } from '@/lib/keys/principal'
import { database } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { AppError } from '@/lib/base/errors/app-error'
import { newAdmin, principalOf } from '@/test/support/acts/admins'
import { newInstance } from '@/test/support/factories'

const ROUNDS = 50

type Act = (one: Principal, other: Principal) => Promise<unknown>

const demote: Act = (one, other) => changeAccount(one, other.userId, { is_admin: false })
const deactivate: Act = (one, other) => changeAccount(one, other.userId, { is_active: false })

/** Deletes the actor’s own account without verifying the password, which would take longest. */
const leave: Act = async ({ userId }) => {
  const outcome = await transaction(async (tx) => {
    await lockAdmins(tx)
    return deleteOwnAccount(tx, userId)
  })
  if (outcome === 'last_admin') throw new AppError('last_admin')
}

// The second request targets the last administrator, or its actor has already lost the right to act.
const REFUSALS = ['last_admin', 'admin_required', 'owner_inactive', 'token_revoked', 'token_unknown']

const IN_POWER = { isAdmin: true, isActive: true }

const newPair = async (): Promise<[Principal, Principal]> => [
  await principalOf((await newAdmin()).key),
  await principalOf((await newAdmin()).key),
]

beforeEach(newInstance)

it.each<[string, (one: Principal, other: Principal) => Promise<unknown>[]]>([
  ['two demote each other', (one, other) => [demote(one, other), demote(other, one)]],
  ['two deactivate each other', (one, other) => [deactivate(one, other), deactivate(other, one)]],
  ['two delete their accounts', (one, other) => [leave(one, other), leave(other, one)]],
  ['one demotes the other and deletes its own account', (one, other) => [demote(one, other), leave(one, other)]],
])('rejects one request and keeps one administrator when %s at once', { timeout: 60_000 }, async (_name, acts) => {
  let pair = await newPair()
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcomes = await Promise.allSettled(acts(...pair))
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as AppError] : []))
    expect(refusals).toHaveLength(1)
    expect(REFUSALS).toContain(refusals[0]?.code)
    expect(await database().user.count({ where: IN_POWER })).toBe(1)
    const { count } = await database().user.updateMany({ data: IN_POWER })
    await database().token.updateMany({ data: { revokedAt: null, revokedReason: null } })
    if (count < 2) {
      await database().user.deleteMany()
      pair = await newPair()
    }
  }
})
