import { importJWK, type CryptoKey } from 'jose'
import { now, secondsAfter } from '@/lib/base/clock'
import { unseal } from '@/lib/base/crypto/seal'
import { settings } from '@/lib/base/env'
import { instanceSecret } from '@/lib/base/instance-secret'
import type { Jwks } from '@/lib/domain/signing-keys/schema'
import { SIGNING_KEY_SEAL } from '@/lib/domain/signing-keys/new-signing-key'
import { findSigningKeys, type SigningKeyRow } from '@/lib/domain/signing-keys/signing-key-store'
import { singleton } from '@/lib/base/singleton'
import { DAY_SECONDS } from '@/lib/base/durations'

/** How long the keys are cached, in seconds, so that every instance knows a new key before it signs. */
export const RING_SECONDS = 60
/** For an unknown key id the keys are read again after this many seconds, but not for every forged token. */
const UNKNOWN_SECONDS = 5

/** A key that signs or verifies access tokens, with exactly one algorithm. */
export interface RingKey {
  id: string
  algorithm: string
  signsFrom: Date
  publicJwk: Record<string, unknown>
  verifyWith: CryptoKey | Uint8Array
  signWith: CryptoKey | Uint8Array
}

interface KeyRing {
  readAt: Date
  /** Latest `signsFrom` first. */
  keys: RingKey[]
}

interface Holder {
  /** The last result. Never a promise: each bundle waits for its own reads, so that one cannot fail the other. */
  ring: KeyRing | null
  /** How often the keys changed in this process: a read that overlaps a change is not cached. */
  changes: number
}

const holder = () => singleton<Holder>('key-ring', () => ({ ring: null, changes: 0 }))

/** The read in progress in this bundle. */
let inProgress: Promise<RingKey[]> | null = null

/** Returns the signing keys, at most `maxAgeSeconds` old. @throws AppError store_unavailable */
async function keyRing(maxAgeSeconds: number): Promise<RingKey[]> {
  const { ring } = holder()
  if (ring !== null && secondsAfter(ring.readAt, maxAgeSeconds) > now()) return ring.keys
  inProgress ??= readRing().finally(() => (inProgress = null))
  return inProgress
}

/** Reads the keys now, and caches them for callers that accept older ones. @throws AppError store_unavailable */
async function readRing(): Promise<RingKey[]> {
  const held = holder()
  const { changes } = held
  const ring = await read()
  if (held.changes === changes) held.ring = ring
  return ring.keys
}

/** Clears the cached keys after this process changed them. */
export function forgetKeyRing(): void {
  const held = holder()
  held.ring = null
  held.changes += 1
  inProgress = null
}

/** Returns the key that signs now. @throws Error when there is none */
export async function signingKey(): Promise<RingKey> {
  const at = now()
  const key = (await keyRing(RING_SECONDS)).find(({ signsFrom }) => signsFrom <= at)
  if (key === undefined) throw new Error('There is no signing key: the server creates one when it starts')
  return key
}

/** Returns the key with exactly this id; null when there is none. */
export async function findVerifyingKey(id: string): Promise<RingKey | null> {
  const isMeant = (key: RingKey) => key.id === id
  return (await keyRing(RING_SECONDS)).find(isMeant) ?? (await keyRing(UNKNOWN_SECONDS)).find(isMeant) ?? null
}

/**
 * Returns the public keys (RFC 7517 section 5), including those that will sign soon; none for HS256. Reads them on
 * every request: caches keep the response, so it must be current when they fetch it.
 * @throws AppError store_unavailable
 */
export async function getJwks(): Promise<Jwks> {
  const keys = (await readRing()).filter(({ algorithm }) => algorithm !== 'HS256')
  return {
    keys: keys.map(({ id, algorithm, publicJwk }) => ({ ...publicJwk, kid: id, alg: algorithm, use: 'sig' })),
  } as Jwks
}

async function read(): Promise<KeyRing> {
  const readAt = now()
  return { readAt, keys: await Promise.all((await findSigningKeys()).map(open)) }
}

async function open(row: SigningKeyRow): Promise<RingKey> {
  const { id, algorithm, signsFrom } = row
  const publicJwk = row.publicJwk as Record<string, unknown>
  const privateJwk = JSON.parse(unseal(instanceSecret(), SIGNING_KEY_SEAL, row.sealedPrivate)) as Record<
    string,
    unknown
  >
  const signWith = await importJWK({ ...privateJwk, kty: String(privateJwk['kty']) }, algorithm)
  const verifyWith =
    algorithm === 'HS256' ? signWith : await importJWK({ ...publicJwk, kty: String(publicJwk['kty']) }, algorithm)
  return { id, algorithm, signsFrom, publicJwk, signWith, verifyWith }
}

/**
 * Returns until when a key must be kept after `successor` replaced it: past the expiry of the last token that it
 * signed.
 */
export function neededUntil(successor: { signsFrom: Date }): Date {
  const { JWT_ACCESS_TTL_SECONDS, JWT_LEEWAY_SECONDS } = settings()
  // Doubled, because the lifetime may have been longer before the last restart.
  return secondsAfter(successor.signsFrom, 2 * JWT_ACCESS_TTL_SECONDS + JWT_LEEWAY_SECONDS + DAY_SECONDS)
}
