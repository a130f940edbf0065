import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { DeviceRequest, Prisma } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'

export type { DeviceRequest }

type NewRequest = Omit<Prisma.DeviceRequestUncheckedCreateInput, 'createdAt' | 'id' | 'state'>

/** What an approval settles. */
export interface Approval {
  userId: string
  approverTokenId: string
  tokenName: string | null
  scopes: string
  expiresInSeconds: number | null
  signOut: string
}

const isUsable = () => ({ expiresAt: { gt: now() } })
const pending = () => ({ state: 'pending' as const, ...isUsable() })

/** Locks the row that lets one request start at a time, so that limits on their number are exact. */
export async function lockRequests(tx: Db): Promise<void> {
  await tx.instance.updateMany({ where: { id: 1 }, data: { revision: { increment: 1 } } })
}

/**
 * Returns when the first of the pending requests expires, if there are at least `limit`; null if there is room for one
 * more. With `addressKey`, counts only that address.
 */
export async function findFullUntil(db: Db, limit: number, addressKey?: string): Promise<Date | null> {
  const where = { ...pending(), ...(addressKey !== undefined && { addressKey }) }
  if ((await db.deviceRequest.count({ where })) < limit) return null
  const first = await db.deviceRequest.findFirst({ where, orderBy: { expiresAt: 'asc' } })
  return first?.expiresAt ?? null
}

/** Stores a request, unless another one has its user code; returns null then. */
export async function insertRequest(tx: Db, request: NewRequest): Promise<DeviceRequest | null> {
  const { userCode } = request
  if ((await tx.deviceRequest.count({ where: { userCode } })) > 0) return null
  return tx.deviceRequest.create({ data: { ...request, createdAt: now() } })
}

/** Finds the request that shows this code, decided or not, until it expires. */
export async function findRequestByUserCode(userCode: string): Promise<DeviceRequest | null> {
  return reading((db) => db.deviceRequest.findUnique({ where: { userCode, ...isUsable() } }))
}

/** Approves a pending request. Of any number of decisions one counts; false for all others. */
export async function approveRequest(tx: Db, id: string, approval: Approval): Promise<boolean> {
  const { count } = await tx.deviceRequest.updateMany({
    where: { id, ...pending() },
    data: { state: 'approved', ...approval },
  })
  return count === 1
}

/** Denies a pending request; false if it was decided before or has expired. */
export async function denyRequest(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.deviceRequest.updateMany({ where: { id, ...pending() }, data: { state: 'denied' } })
  return count === 1
}

/** Locks and returns the request of a device code that this client has not exchanged yet, expired or not; else null. */
export async function lockUnspentRequest(
  tx: Db,
  deviceDigest: Uint8Array<ArrayBuffer>,
  clientId: string,
): Promise<DeviceRequest | null> {
  const [request] = await tx.deviceRequest.updateManyAndReturn({
    where: { deviceDigest, clientId, state: { not: 'spent' } },
    data: { revision: { increment: 1 } },
  })
  return request ?? null
}

/** Records a poll of a locked request, and how long the next one has to wait. */
export async function recordPoll(tx: Db, id: string, polledAt: Date, intervalSeconds: number): Promise<void> {
  await tx.deviceRequest.update({ where: { id }, data: { polledAt, intervalSeconds } })
}

/** Uses up an approved request: of any number of concurrent polls, one gets its row. */
export async function spendRequest(tx: Db, id: string): Promise<DeviceRequest | null> {
  const [request] = await tx.deviceRequest.updateManyAndReturn({
    where: { id, state: 'approved', ...isUsable() },
    data: { state: 'spent' },
  })
  return request ?? null
}
