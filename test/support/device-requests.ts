import { createHash } from 'node:crypto'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import type { DeviceRequest, Prisma } from '@/lib/db/generated/sqlite/client'
import { digestOf } from '@/lib/base/crypto/digest'
import { USER_CODE_ALPHABET } from '@/lib/base/schema/user-code'
import { newToken } from '@/test/support/factories'

/** The name of the app that asks. */
export const CLIENT_ID = 'test-app'

/** Returns the device code of the request that `newDeviceRequest` creates for an account. */
export function deviceCodeOf({ id }: Account): string {
  return `device-${id}`
}

/** Returns the code that the same request shows. */
export function userCodeOf({ id }: Account): string {
  const bytes = createHash('sha256').update(id).digest().subarray(0, 8)
  return [...bytes].map((byte) => USER_CODE_ALPHABET[byte % USER_CODE_ALPHABET.length]).join('')
}

/** Creates the pending request of an app that `account` may decide about. */
export async function newDeviceRequest(
  account: Account,
  fields: Partial<Prisma.DeviceRequestUncheckedCreateInput> = {},
): Promise<DeviceRequest> {
  return database().deviceRequest.create({
    data: {
      deviceDigest: digestOf(deviceCodeOf(account)),
      userCode: userCodeOf(account),
      clientId: CLIENT_ID,
      tokenKind: 'personal',
      scopes: 'read write',
      intervalSeconds: 5,
      address: '192.0.2.1',
      addressKey: '192.0.2.1',
      createdAt: now(),
      expiresAt: secondsAfter(now(), 900),
      ...fields,
    },
  })
}

/** Creates a request that `account` has approved in a session. Returns it and the session’s ID. */
export async function newApprovedRequest(
  account: Account,
  fields: Partial<Prisma.DeviceRequestUncheckedCreateInput> = {},
): Promise<{ request: DeviceRequest; sessionId: string }> {
  const { id: sessionId } = await newToken(account, 'session')
  const approval = { state: 'approved', userId: account.id, approverTokenId: sessionId } as const
  return { request: await newDeviceRequest(account, { ...approval, ...fields }), sessionId }
}
