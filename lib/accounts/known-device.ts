import { createHmac, timingSafeEqual } from 'node:crypto'
import { now } from '@/lib/clock'
import { randomUUID } from '@/lib/crypto/random'
import { instanceSecret } from '@/lib/instance-secret'

/** A browser that signed in stays known for so long, in seconds: one year. */
export const KNOWN_DEVICE_TTL_SECONDS = 31_536_000

const SHAPE = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.(\d{1,12})\.([0-9A-Za-z_-]{43})$/

/**
 * The mark of a browser in which this account has signed in. It lets nobody in; it only
 * keeps a stranger's failed attempts from locking this browser out.
 */
export function issueKnownDevice(userId: string): string {
  const body = `${userId}.${randomUUID()}.${Math.floor(now().getTime() / 1000)}`
  return `${body}.${signatureOf(body)}`
}

/** Whether `mark` is one of ours, for this account, and not too old. */
export function isKnownDevice(userId: string, mark: string): boolean {
  const [, owner, id, issuedAt, signature] = SHAPE.exec(mark) ?? []
  if (signature === undefined || owner !== userId) return false
  const expected = signatureOf(`${owner}.${id}.${issuedAt}`)
  const isYoung = Number(issuedAt) + KNOWN_DEVICE_TTL_SECONDS > now().getTime() / 1000
  return isYoung && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
}

function signatureOf(body: string): string {
  return createHmac('sha256', instanceSecret()).update(`known-device.${body}`).digest('base64url')
}
