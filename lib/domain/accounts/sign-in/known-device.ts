import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now } from '@/lib/base/clock'
import { randomUUID } from '@/lib/base/crypto/random'
import { instanceSecret } from '@/lib/base/instance-secret'

/** How long a browser stays known after a sign-in, in seconds: one year. */
export const KNOWN_DEVICE_TTL_SECONDS = 31_536_000

const SHAPE = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.(\d{1,12})\.([0-9A-Za-z_-]{43})$/

/** The parts of an account that its browsers' marks depend on. */
type Holder = Pick<Account, 'id' | 'passwordHash'>

/**
 * Returns a mark for a browser that has signed in to this account. The mark signs nobody in. It only keeps a stranger’s
 * failed attempts from locking this browser out. It is bound to the stored hash, so it stops working when the password
 * changes.
 */
export function issueKnownDevice(account: Holder): string {
  const body = `${account.id}.${randomUUID()}.${Math.floor(now().getTime() / 1000)}`
  return `${body}.${signatureOf(body, account)}`
}

/** Returns whether this deployment issued `mark` for this account and its current password, at most a year ago. */
export function isKnownDevice(account: Holder, mark: string): boolean {
  const [, owner, id, issuedAt, signature] = SHAPE.exec(mark) ?? []
  if (signature === undefined || owner !== account.id) return false
  const expected = signatureOf(`${owner}.${id}.${issuedAt}`, account)
  const isYoung = Number(issuedAt) + KNOWN_DEVICE_TTL_SECONDS > now().getTime() / 1000
  return isYoung && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
}

function signatureOf(body: string, { passwordHash }: Holder): string {
  const text = `known-device.${body}.${passwordHash ?? ''}`
  return createHmac('sha256', instanceSecret()).update(text).digest('base64url')
}
