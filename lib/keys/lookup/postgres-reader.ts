import { postgresPool } from '@/lib/db/postgres-pool'
import { log } from '@/lib/base/log'
import { LookupQueue } from '@/lib/keys/lookup/lookup-queue'
import { SECRET_COLUMNS, SECRET_TABLES } from '@/lib/keys/lookup/secret-row'
import type { SecretReader } from '@/lib/keys/lookup/secret-reader'

// An outage becomes an error within 2.5 s, whatever hangs.
const LIMITS = { connectionTimeoutMillis: 800, query_timeout: 1200, statement_timeout: 1000 } as const
const SESSION = [
  // Plans once per connection: three lookups by key gain nothing from a plan for specific keys.
  'plan_cache_mode=force_generic_plan',
  // Plans with the indexes, whatever the statistics say: they may be older than the rows, and a scan of a thousand
  // rows costs more than the lookups.
  ...['enable_seqscan=off', 'enable_bitmapscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off'],
  'default_transaction_read_only=on',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')
const CONNECTIONS = 2

const ROW = `json_build_array(${SECRET_COLUMNS})::text from ${SECRET_TABLES}`
const BY_DIGEST = `select encode(s.digest, 'hex'), ${ROW} where s.digest = any($1)`
const NEWEST = `select s.token_id, ${ROW} where s.token_id = any($1) and s.valid_until is null`
const AS_TEXT = { getTypeParser: () => String }

const DIGEST_BYTES = 32
const HEADER_BYTES = 20
const ENTRY_BYTES = 4 + DIGEST_BYTES
const BYTEA_OID = 17

/**
 * Creates a reader of secrets with separate connections. The lookups of one turn of the event loop go out as one
 * prepared query. Each lookup sees what was committed before it was sent.
 */
export function postgresReader(url: string): SecretReader {
  const onIdleError = (err: Error) => log().warn({ err }, 'lost an idle database connection')
  const pool = postgresPool(url, onIdleError, { ...LIMITS, max: CONNECTIONS, sessionOptions: SESSION })
  const findMany = async (name: string, text: string, keys: unknown) => {
    const query = { name, text, values: [keys], rowMode: 'array' as const, types: AS_TEXT }
    return new Map((await pool.query<[string, string]>(query)).rows)
  }
  const byDigest = new LookupQueue(CONNECTIONS, (digests) => findMany('secrets', BY_DIGEST, digestArray(digests)))
  const newest = new LookupQueue(CONNECTIONS, (tokenIds) => findMany('newest-secrets', NEWEST, tokenIds))
  return {
    find: (digest, done) => byDigest.find(digest, done),
    findNewest: (tokenId, done) => newest.find(tokenId, done),
    close: async () => pool.end(),
  }
}

/** Encodes hexadecimal digests as PostgreSQL's binary form of a bytea[] (array_recv in its sources). */
function digestArray(digests: readonly string[]): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + digests.length * ENTRY_BYTES)
  bytes.writeInt32BE(1, 0) // dimensions
  bytes.writeInt32BE(0, 4) // no entry is null
  bytes.writeInt32BE(BYTEA_OID, 8)
  bytes.writeInt32BE(digests.length, 12)
  bytes.writeInt32BE(1, 16) // the index of the first
  digests.forEach((digest, index) => {
    const at = HEADER_BYTES + index * ENTRY_BYTES
    bytes.writeInt32BE(DIGEST_BYTES, at)
    bytes.write(digest, at + 4, 'hex')
  })
  return bytes
}
