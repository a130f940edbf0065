import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { keyedDigest } from '@/lib/base/crypto/keyed-digest'
import { base62Of, randomBase62, toBase62 } from '@/lib/base/crypto/random'

declare const brand: unique symbol
/** A token's key: the secret itself, shown once. */
export type TokenSecret = string & { readonly [brand]: 'TokenSecret' }
/** SHA-256 of a key: all that is stored of it. With 178 random bits no slow hash is needed. */
export type TokenDigest = Uint8Array<ArrayBuffer> & { readonly [brand]: 'TokenDigest' }

export type TokenKind = 'session' | 'device' | 'personal' | 'refresh'

const PREFIXES = { personal: 'lkp_', device: 'lkd_', session: 'lks_', refresh: 'lkr_' } as const
const KINDS = new Map<string, TokenKind>(Object.entries(PREFIXES).map(([kind, prefix]) => [prefix, kind as TokenKind]))

const RANDOM_LENGTH = 30
const CHECKSUM_LENGTH = 6

/** What a key looks like: prefix, 30 random base62 characters, 6 of CRC-32. Published for secret scanners. */
export const KEY_PATTERN = /^lk[pdsr]_[0-9A-Za-z]{36}$/

/** A fresh key: 178 bits from the system's generator, closed by a checksum over all before it. */
export function generateKey(kind: TokenKind): TokenSecret {
  const body = PREFIXES[kind] + randomBase62(RANDOM_LENGTH)
  return (body + checksumOf(body)) as TokenSecret
}

/**
 * The key that follows on a refresh token: derived under the instance secret, so that whoever
 * shows the same one again gets the same successor, and nobody else can tell it.
 */
export function successorOf(key: TokenSecret, instanceSecret: string): TokenSecret {
  const digest = keyedDigest(instanceSecret, `refresh-successor:${key}`)
  const body = PREFIXES.refresh + base62Of(digest, RANDOM_LENGTH)
  return (body + checksumOf(body)) as TokenSecret
}

/** The kind that a well-formed key names; null for anything else. Asks no database. */
export function parseKey(text: string): { key: TokenSecret; kind: TokenKind } | null {
  const kind = KINDS.get(text.slice(0, 4))
  if (kind === undefined || !KEY_PATTERN.test(text)) return null
  const body = text.slice(0, -CHECKSUM_LENGTH)
  return text.endsWith(checksumOf(body)) ? { key: text as TokenSecret, kind } : null
}

/** The digest under which a key is looked up: of the whole key, prefix and checksum included. */
export function digestOf(key: TokenSecret): TokenDigest {
  return new Uint8Array(hash('sha256', key, 'buffer')) as TokenDigest
}

/** The same digest in hexadecimal. */
export function digestTextOf(key: TokenSecret): string {
  return hash('sha256', key)
}

/** What people may see of a key: its prefix and last four characters. */
export function hintOf(key: TokenSecret): string {
  return `${key.slice(0, 4)}…${key.slice(-4)}`
}

function checksumOf(body: string): string {
  return toBase62(crc32(body), CHECKSUM_LENGTH)
}
