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
import { call } from '@/test/support/requests/api'
import { newInstance, newToken, PASSWORD } from '@/test/support/factories'

/** Creates a deployment’s signing keys, as its first start does. */
export async function newSigningKeys(): Promise<void> {
  await newInstance()
  forgetKeyRing()
  await keepSigningKeys()
}

/** Creates signing keys unless the database has some. */
export async function requireSigningKeys(): Promise<void> {
  if ((await database().signingKey.count()) === 0) await newSigningKeys()
}

/** Returns the answer of `jwt/create` for an account of the factories. */
export async function newPair(username: string): Promise<{ access: string; refresh: string }> {
  const { json } = await call(createJwt, { body: { username, password: PASSWORD } })
  return json
}

/** Returns an access token of a stored refresh family, signed with the deployment’s key. */
export async function accessTokenOf({ id, userId }: { id: string; userId: string }): Promise<string> {
  await requireSigningKeys()
  const at = new Date()
  const times = { issuedAt: at, authTime: at, endsAt: new Date(at.getTime() + 3_600_000) }
  const grant = { userId, familyId: id, jti: randomUUID(), scopes: settings().TOKEN_SCOPES, ...times }
  return (await signAccessToken(grant)).token
}

/** Creates a refresh family for an account and returns it with an access token. */
export async function newAccess(owner: Account): Promise<{ id: string; key: string; refresh: string }> {
  const { id, key: refresh } = await newToken(owner, 'refresh')
  return { id, key: await accessTokenOf({ id, userId: owner.id }), refresh }
}

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** Returns the decoded parts of a token. */
export function partsOf(token: string) {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
  return { header: decode(header), payload: decode(payload), signature }
}

type Sign = (signed: Buffer) => Buffer

/** Builds a token with any header, any payload, and any signature. */
export function forge(header: unknown, payload: unknown, signWith: Sign): string {
  const signed = `${encode(header)}.${encode(payload)}`
  return `${signed}.${signWith(Buffer.from(signed)).toString('base64url')}`
}

/** Returns a signer that uses the deployment’s stored private key. */
export async function stolenKey(): Promise<Sign> {
  const { sealedPrivate, algorithm } = await database().signingKey.findFirstOrThrow()
  const jwk = JSON.parse(unseal(instanceSecret(), 'signing-key', sealedPrivate)) as { k?: string }
  if (algorithm === 'HS256') return hmac(Buffer.from(jwk.k ?? '', 'base64url'))
  const key = createPrivateKey({ key: jwk as never, format: 'jwk' })
  return (signed) => signBy(key, algorithm, signed)
}

/** Returns an HMAC-SHA-256 signer. */
export function hmac(secret: Buffer | string): Sign {
  return (signed) => createHmac('sha256', secret).update(signed).digest()
}

function signBy(key: KeyObject, algorithm: string, signed: Buffer): Buffer {
  if (algorithm === 'EdDSA') return sign(null, signed, key)
  return sign('sha256', signed, { key, ...(algorithm === 'ES256' && { dsaEncoding: 'ieee-p1363' as const }) })
}
