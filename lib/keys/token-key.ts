import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { keyedDigest } from '@/lib/base/crypto/keyed-digest'
import { base62Of, randomBase62 } from '@/lib/base/crypto/random'
import { KEY_CHECKSUM_LENGTH, KEY_PATTERN, KEY_RANDOM_LENGTH, toBase62 } from '@/lib/base/schema/key-format'

declare const brand: unique symbol
/** A token's key: the secret itself, shown only once. */
export type TokenSecret = string & { readonly [brand]: 'TokenSecret' }
/** The SHA-256 digest of a key. Only this and the hint are stored. With 178 random bits a key needs no slow hash. */
export type TokenDigest = Uint8Array<ArrayBuffer> & { readonly [brand]: 'TokenDigest' }

export type TokenKind = 'session' | 'device' | 'personal' | 'refresh'

const PREFIXES = { personal: 'lkp_', device: 'lkd_', session: 'lks_', refresh: 'lkr_' } as const
const KINDS = new Map<string, TokenKind>(Object.entries(PREFIXES).map(([kind, prefix]) => [prefix, kind as TokenKind]))

/** Generates a key: 178 bits from the system's generator, followed by a checksum over everything before it. */
export function generateKey(kind: TokenKind): TokenSecret {
  const body = PREFIXES[kind] + randomBase62(KEY_RANDOM_LENGTH)
  return (body + checksumOf(body)) as TokenSecret
}

/**
 * Returns the key that follows a refresh token's key. It is derived under the instance secret, so the same key
 * always gets the same successor, and nobody else can compute it.
 */
export function successorOf(key: TokenSecret, instanceSecret: string): TokenSecret {
  const digest = keyedDigest(instanceSecret, `refresh-successor:${key}`)
  const body = PREFIXES.refresh + base62Of(digest, KEY_RANDOM_LENGTH)
  return (body + checksumOf(body)) as TokenSecret
}

/** Parses a well-formed key into its kind; returns null for anything else. Queries no database. */
export function parseKey(text: string): { key: TokenSecret; kind: TokenKind } | null {
  const kind = KINDS.get(text.slice(0, 4))
  if (kind === undefined || !KEY_PATTERN.test(text)) return null
  const body = text.slice(0, -KEY_CHECKSUM_LENGTH)
  return text.endsWith(checksumOf(body)) ? { key: text as TokenSecret, kind } : null
}

/** Returns the digest under which a key is looked up: of the whole key, including prefix and checksum. */
export function digestOf(key: TokenSecret): TokenDigest {
  return new Uint8Array(hash('sha256', key, 'buffer')) as TokenDigest
}

/** Returns the same digest in hexadecimal. */
export function digestTextOf(key: TokenSecret): string {
  return hash('sha256', key)
}

/** Returns what people may see of a key: its prefix and last four characters. */
export function hintOf(key: TokenSecret): string {
  return `${key.slice(0, 4)}…${key.slice(-4)}`
}

function checksumOf(body: string): string {
  return toBase62(crc32(body), KEY_CHECKSUM_LENGTH)
}
