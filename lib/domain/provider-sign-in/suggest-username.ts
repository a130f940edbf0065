import { firstFreeUsername } from '@/lib/domain/accounts/first-free-username'
import { username as usernameSchema } from '@/lib/domain/accounts/schema'
import type { Db } from '@/lib/db/client'
import { verifiedEmailOf } from '@/lib/domain/provider-sign-in/facts'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'

const LENGTH_MAX = 40
const VARIANTS = ['', '2', '3', '4', '5', '6', '7', '8', '9']

/**
 * Returns a free username that resembles the one at the provider, the verified address or the person’s name; an empty
 * text if there is none.
 */
export async function suggestUsername(tx: Db, identity: ProvenIdentity): Promise<string> {
  const [localPart = ''] = (verifiedEmailOf(identity) ?? '').split('@')
  const names = [identity.username ?? '', localPart, `${identity.firstName}.${identity.lastName}`, identity.firstName]
  const bases = names.map(asUsername).filter((name) => name !== '')
  const variants = bases.flatMap((base) => VARIANTS.map((suffix) => `${base}${suffix}`))
  const valid = variants.filter((name) => usernameSchema.safeParse(name).success)
  return (await firstFreeUsername(tx, valid)) ?? ''
}

/** Keeps of an untrusted name what a username may contain. */
function asUsername(text: string): string {
  const [name = ''] = text.normalize('NFKC').split('@')
  const letters = name.replaceAll(/[^\p{L}\p{N}._-]/gu, '').replaceAll(/^[._-]+|[._-]+$/g, '')
  return [...letters].slice(0, LENGTH_MAX).join('')
}
