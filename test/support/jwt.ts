import { createHmac, createPrivateKey, randomUUID, sign, type KeyObject } from 'node:crypto'
import { POST as createJwt } from '@/app/api/v1/auth/jwt/create/route'
import type { Account } from '@/lib/domain/accounts/account-store'
import { unseal } from '@/lib/base/crypto/seal'
import { database } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { instanceSecret } from '@/lib/base/instance-secret'
import { signAccessToken } from '@/lib/domain/jwt/access-token'
import { keepSigningKeys } from '@/lib/domain/signing-keys/keep-signing-keys'
import { forgetKeyRing } from '@/lib/domain/signing-keys/key-ring'
import { call } from '@/test/support/api'
import { newInstance, newToken, PASSWORD } from '@/test/support/factories'

/** The signing keys of a deployment, as its first start makes them. */
export async function newSigningKeys(): Promise<void> {
  await newInstance()
  forgetKeyRing()
  await keepSigningKeys()
}

/** The same, unless the database has them. */
export async function requireSigningKeys(): Promise<void> {
  if ((await database().signingKey.count()) === 0) await newSigningKeys()
}

/** What `jwt/create` answers for an account of the factories. */
export async function newPair(username: string): Promise<{ access: string; refresh: string }> {
  const { json } = await call(createJwt, { body: { username, password: PASSWORD } })
  return json
}

/** An access token of a refresh family that stands in the database, signed as the deployment does. */
export async function accessTokenOf({ id, userId }: { id: string; userId: string }): Promise<string> {
  await requireSigningKeys()
  const at = new Date()
  const times = { issuedAt: at, authTime: at, endsAt: new Date(at.getTime() + 3_600_000) }
  const grant = { userId, familyId: id, jti: randomUUID(), scopes: settings().TOKEN_SCOPES, ...times }
  return (await signAccessToken(grant)).token
}

/** A fresh refresh family of an account, and an access token of it. */
export async function newAccess(owner: Account): Promise<{ id: string; key: string; refresh: string }> {
  const { id, key: refresh } = await newToken(owner, 'refresh')
  return { id, key: await accessTokenOf({ id, userId: owner.id }), refresh }
}

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** The parts of a token, decoded. */
export function partsOf(token: string) {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
  return { header: decode(header), payload: decode(payload), signature }
}

type Sign = (signed: Buffer) => Buffer

/** A token put together by hand, with any header, any payload and any signature. */
export function forge(header: unknown, payload: unknown, signWith: Sign): string {
  const signed = `${encode(header)}.${encode(payload)}`
  return `${signed}.${signWith(Buffer.from(signed)).toString('base64url')}`
}

/** Signs as the deployment itself would: with its stored private key. */
export async function stolenKey(): Promise<Sign> {
  const { sealedPrivate, algorithm } = await database().signingKey.findFirstOrThrow()
  const jwk = JSON.parse(unseal(instanceSecret(), 'signing-key', sealedPrivate)) as { k?: string }
  if (algorithm === 'HS256') return hmac(Buffer.from(jwk.k ?? '', 'base64url'))
  const key = createPrivateKey({ key: jwk as never, format: 'jwk' })
  return (signed) => signBy(key, algorithm, signed)
}

/** Signs with HMAC-SHA-256. */
export function hmac(secret: Buffer | string): Sign {
  return (signed) => createHmac('sha256', secret).update(signed).digest()
}

function signBy(key: KeyObject, algorithm: string, signed: Buffer): Buffer {
  if (algorithm === 'EdDSA') return sign(null, signed, key)
  return sign('sha256', signed, { key, ...(algorithm === 'ES256' && { dsaEncoding: 'ieee-p1363' as const }) })
}
