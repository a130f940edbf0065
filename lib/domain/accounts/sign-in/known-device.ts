import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now } from '@/lib/base/clock'
import { randomUUID } from '@/lib/base/crypto/random'
import { instanceSecret } from '@/lib/base/instance-secret'

/** How long a browser that signed in stays known, in seconds: one year. */
export const KNOWN_DEVICE_TTL_SECONDS = 31_536_000

const SHAPE = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.(\d{1,12})\.([0-9A-Za-z_-]{43})$/

/** An account, as far as the marks of its browsers depend on it. */
type Holder = Pick<Account, 'id' | 'passwordHash'>

/**
 * The mark of a browser in which this account has signed in. It signs nobody in; it only keeps a stranger’s failed
 * attempts from locking this browser out. It is bound to the stored hash, so it dies with the password.
 */
export function issueKnownDevice(account: Holder): string {
  const body = `${account.id}.${randomUUID()}.${Math.floor(now().getTime() / 1000)}`
  return `${body}.${signatureOf(body, account)}`
}

/** Whether `mark` is one of ours, for this account and its current password, and not too old. */
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
