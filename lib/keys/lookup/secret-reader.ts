import { settings } from '@/lib/base/env'
import { AppError, RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import { parseSecretRow, type SecretRow } from '@/lib/keys/lookup/secret-row'
import { postgresReader } from '@/lib/keys/lookup/postgres-reader'
import { sqliteReader } from '@/lib/keys/lookup/sqlite-reader'
import { count } from '@/lib/base/metrics/count'
import { hasStoreFailed, requestContext } from '@/lib/base/request-context'
import { singleton } from '@/lib/base/singleton'

/**
 * Receives the result of a lookup: the row as one text, or null if no secret has the digest. If `error` is not
 * null, it says why the lookup failed and nothing is known about the key.
 */
export type Found = (error: unknown, text: string | null) => void

/** The only way to find a key. */
export interface SecretReader {
  /**
   * Looks up the current row of the secret with exactly this digest, in hexadecimal. Calls `done` once, perhaps
   * immediately.
   */
  find(digest: string, done: Found): void
  /** Does the same for the newest secret of the token with this id. */
  findNewest(tokenId: string, done: Found): void
  close(): Promise<void>
}

interface Holder {
  reader: SecretReader | null
}

const holder = () => singleton<Holder>('secret-reader', () => ({ reader: null }))

function open(): SecretReader {
  const { databaseUrl, databaseKind, TOKEN_CACHE } = settings()
  if (databaseKind === 'postgresql') return postgresReader(databaseUrl)
  return sqliteReader(databaseUrl.replace(/^file:/, ''), TOKEN_CACHE === 'memory')
}

/**
 * Looks up a secret by the digest of its key. If that fails, whatever the cause, nothing is known about the key:
 * see `unavailable`.
 */
export function findSecretText(digest: string, done: Found): void {
  look((reader) => reader.find(digest, done), done)
}

function look(by: (reader: SecretReader) => void, done: Found): void {
  const held = holder()
  try {
    held.reader ??= open()
  } catch (error) {
    done(error, null)
    return
  }
  by(held.reader)
}

/** Returns the secret with this digest, for a caller that can wait. @throws AppError store_unavailable */
export async function findSecret(digest: string): Promise<SecretRow | null> {
  return rowOf((done) => findSecretText(digest, done))
}

/** Returns the newest secret of a token that the caller knows by its id. @throws AppError store_unavailable */
export async function findNewestSecret(tokenId: string): Promise<SecretRow | null> {
  return rowOf((done) => look((reader) => reader.findNewest(tokenId, done), done))
}

async function rowOf(find: (done: Found) => void): Promise<SecretRow | null> {
  if (hasStoreFailed()) throw unavailable(undefined)
  const { error, text } = await new Promise<{ error: unknown; text: string | null }>((resolve) => {
    find((failed, found) => resolve({ error: failed, text: found }))
  })
  if (error !== null) {
    // Set here, not where the query failed: that may have been in the turn of another request.
    requestContext().isStoreUnavailable = true
    throw unavailable(error)
  }
  return text === null ? null : parseSecretRow(text)
}

/** Closes the connections that read secrets. */
export async function closeSecretReader(): Promise<void> {
  const held = holder()
  await held.reader?.close()
  held.reader = null
}

/** Returns the error for a failed lookup. */
export function unavailable(cause: unknown): AppError {
  count('database_failures', 'lookup')
  return new AppError('store_unavailable', { cause, retryAfterSeconds: RETRY_AFTER_SECONDS })
}
