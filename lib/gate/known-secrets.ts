import { effectiveScopes } from '@/lib/auth/effective-scopes'
import { parseSecretRow, type SecretRow } from '@/lib/gate/secret-row'
import { singleton } from '@/lib/singleton'
import type { Identity } from '@/lib/tokens/verify-schema'
import { prepareIdentity, type PreparedAnswer } from '@/lib/gate/prepared-answer'

const HALF_MAX = 5000

/** A credential that is good for other services, with the answer that tells who holds it. */
export interface GoodCredential {
  row: SecretRow
  kind: Identity['kind']
  /** The scopes in force. */
  scopes: readonly string[]
  expiresAt: number | null
  answer: PreparedAnswer
}

/** A secret as its row stood when it was last read. */
export interface KnownSecret extends GoodCredential {
  /** The row as it was read. */
  text: string
}

/** Secrets that were asked for lately: once the younger half is full, the older one is dropped. */
interface Halves {
  younger: Map<string, KnownSecret>
  older: Map<string, KnownSecret>
}

const known = () => singleton<Halves>('known-secrets', () => ({ younger: new Map(), older: new Map() }))

/**
 * What the row of a secret says. `text` is the row as it was read just now: as long as it
 * reads the same, the answer is the same, and is taken from before.
 */
export function knownSecret(digest: string, text: string): KnownSecret {
  const halves = known()
  const young = halves.younger.get(digest)
  if (young?.text === text) return young
  const old = halves.older.get(digest)
  const secret = old?.text === text ? old : prepare(text)
  if (halves.younger.size >= HALF_MAX) Object.assign(halves, { younger: new Map(), older: halves.younger })
  halves.younger.set(digest, secret)
  return secret
}

function prepare(text: string): KnownSecret {
  const row = parseSecretRow(text)
  const scopes = effectiveScopes(row, row)
  const { expiresAt } = row
  const kind = row.kind === 'device' ? 'device' : 'personal'
  return { text, row, kind, scopes, expiresAt, answer: prepareIdentity(row, { kind, scopes, expiresAt }) }
}
