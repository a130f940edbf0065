import { settings } from '@/lib/base/env'
import { AppError, RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import { parseSecretRow, type SecretRow } from '@/lib/keys/lookup/secret-row'
import { postgresReader } from '@/lib/keys/lookup/postgres-reader'
import { sqliteReader } from '@/lib/keys/lookup/sqlite-reader'
import { count } from '@/lib/base/metrics/count'
import { hasStoreFailed, requestContext } from '@/lib/base/request-context'
import { singleton } from '@/lib/base/singleton'

/** Takes what a lookup found: the row as one text, or null where no secret has the digest; with an error that is not null, why nothing can be said. */
export type Found = (error: unknown, text: string | null) => void

/** The one way by which a key is ever found. */
export interface SecretReader {
  /** Looks for the secret with exactly this digest, in hexadecimal, as it stands now. Calls `done` once, perhaps at once. */
  find(digest: string, done: Found): void
  /** The same for the newest secret of the token with this id. */
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
 * Looks up a secret by the digest of its key. When that fails, whatever the cause, nothing can
 * be said about the key: see `unavailable`.
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

/** The secret with this digest, for a caller that can wait. @throws AppError store_unavailable */
export async function findSecret(digest: string): Promise<SecretRow | null> {
  return rowOf((done) => findSecretText(digest, done))
}

/** The newest secret of a token that the caller knows by its id. @throws AppError store_unavailable */
export async function findNewestSecret(tokenId: string): Promise<SecretRow | null> {
  return rowOf((done) => look((reader) => reader.findNewest(tokenId, done), done))
}

async function rowOf(find: (done: Found) => void): Promise<SecretRow | null> {
  if (hasStoreFailed()) throw unavailable(undefined)
  const { error, text } = await new Promise<{ error: unknown; text: string | null }>((resolve) => {
    find((failed, found) => resolve({ error: failed, text: found }))
  })
  if (error !== null) {
    // Here, not where the query failed: that may have been in the turn of another request.
    requestContext().isStoreUnavailable = true
    throw unavailable(error)
  }
  return text === null ? null : parseSecretRow(text)
}

/** Gives back the connections that secrets are read by. */
export async function closeSecretReader(): Promise<void> {
  const held = holder()
  await held.reader?.close()
  held.reader = null
}

/** What a lookup that failed is answered by. */
export function unavailable(cause: unknown): AppError {
  count('database_failures', 'lookup')
  return new AppError('store_unavailable', { cause, retryAfterSeconds: RETRY_AFTER_SECONDS })
}
