import { calculateJwkThumbprint, exportJWK, generateKeyPair, generateSecret, type JWK } from 'jose'
import { randomBase62 } from '@/lib/base/crypto/random'
import { seal } from '@/lib/base/crypto/seal'
import { instanceSecret } from '@/lib/base/instance-secret'

/** The label that seals the private part of a signing key. */
export const SIGNING_KEY_SEAL = 'signing-key'

const RSA_BITS = 2048

/** Generates a key for `algorithm`, ready to be stored. The public part of an HS256 key is empty. */
export async function newSigningKey(algorithm: string) {
  const { id, publicJwk, privateJwk } = await (algorithm === 'HS256' ? secretKey() : keyPair(algorithm))
  return {
    id,
    algorithm,
    publicJwk,
    sealedPrivate: seal(instanceSecret(), SIGNING_KEY_SEAL, JSON.stringify(privateJwk)),
  }
}

async function keyPair(algorithm: string): Promise<{ id: string; publicJwk: JWK; privateJwk: JWK }> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true, modulusLength: RSA_BITS })
  const publicJwk = await exportJWK(publicKey)
  return { id: await calculateJwkThumbprint(publicJwk), publicJwk, privateJwk: await exportJWK(privateKey) }
}

/** Generates 256 random bits; the id reveals nothing about them. */
async function secretKey(): Promise<{ id: string; publicJwk: JWK; privateJwk: JWK }> {
  const secret = await generateSecret('HS256', { extractable: true })
  return { id: randomBase62(22), publicJwk: {}, privateJwk: await exportJWK(secret) }
}
