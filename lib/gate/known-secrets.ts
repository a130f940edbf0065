import { effectiveScopes } from '@/lib/auth/effective-scopes'
import { parseSecretRow, type SecretRow } from '@/lib/gate/secret-row'
import { RecentMap } from '@/lib/gate/recent-map'
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

const known = () => singleton('known-secrets', () => new RecentMap<KnownSecret>(HALF_MAX))

/**
 * What the row of a secret says. `text` is the row as it was read just now: as long as it
 * reads the same, the answer is the same, and is taken from before.
 */
export function knownSecret(digest: string, text: string): KnownSecret {
  const secrets = known()
  const before = secrets.get(digest)
  if (before?.text === text) return before
  const row = parseSecretRow(text)
  const scopes = effectiveScopes(row, row)
  const { expiresAt } = row
  const kind = row.kind === 'device' ? 'device' : 'personal'
  const secret = {
    text,
    row,
    kind,
    scopes,
    expiresAt,
    answer: prepareIdentity(row, { kind, scopes, expiresAt }),
  } as const
  secrets.set(digest, secret)
  return secret
}
