import Database from 'better-sqlite3'
import { secretColumns, SECRET_TABLES } from '@/lib/gate/secret-row'
import type { Found, SecretReader } from '@/lib/gate/secret-reader'

// A lookup reads a dozen pages of six trees: with these they are in memory.
const CACHE_KIB = 65_536
const MAPPED_BYTES = 2 ** 30
const BUSY_MS = 100
const KEPT_MAX = 50_000

const SELECT = `select json_array(${secretColumns((column) => column)}) from ${SECRET_TABLES}`
const BY_DIGEST = `${SELECT} where s.digest = unhex(?)`
const NEWEST = `${SELECT} where s.token_id = ? and s.valid_until is null`

/**
 * Reads secrets through a read-only connection of its own, which sees what was committed, by
 * whichever process, before the lookup began. `keeps`: found rows are remembered until
 * SQLite says that anything in the file has changed.
 */
export function sqliteReader(file: string, keeps: boolean): SecretReader {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
  database.pragma(`cache_size = -${CACHE_KIB}`)
  database.pragma(`mmap_size = ${MAPPED_BYTES}`)
  const lookup = database.prepare<[string], string>(BY_DIGEST).pluck()
  const newest = database.prepare<[string], string>(NEWEST).pluck()
  const find = (digest: string) => lookup.get(digest) ?? null
  const read = keeps ? remembering(database, find) : find
  return {
    find: (digest, done) => hand(() => read(digest), done),
    findNewest: (tokenId, done) => hand(() => newest.get(tokenId) ?? null, done),
    close: async () => void database.close(),
  }
}

/** An error of reading goes to `done`; one of `done` itself does not come back to it. */
function hand(read: () => string | null, done: Found): void {
  let text: string | null
  try {
    text = read()
  } catch (error) {
    done(error, null)
    return
  }
  done(null, text)
}

/** `data_version` is another number as soon as any other connection, of ours or not, has committed. */
function remembering(database: Database.Database, find: (digest: string) => string | null) {
  const version = database.prepare<[], number>('pragma data_version').pluck()
  const kept = new Map<string, string>()
  let keptAt = version.get()
  return (digest: string): string | null => {
    const current = version.get()
    if (current !== keptAt || kept.size >= KEPT_MAX) kept.clear()
    keptAt = current
    const text = kept.get(digest) ?? find(digest)
    if (text !== null) kept.set(digest, text)
    return text
  }
}
