import Database from 'better-sqlite3'
import { secretColumns, SECRET_TABLES } from '@/lib/gate/secret-row'
import type { SecretReader } from '@/lib/gate/secret-reader'

// A lookup reads a dozen pages of six trees: with these they are in memory.
const CACHE_KIB = 65_536
const MAPPED_BYTES = 2 ** 30
const BUSY_MS = 100
const KEPT_MAX = 50_000

const LOOKUP = `select json_array(${secretColumns((column) => column)}) from ${SECRET_TABLES} where s.digest = unhex(?)`

/**
 * Reads secrets through a read-only connection of its own, which sees what was committed, by
 * whichever process, before the lookup began. `keeps`: found rows are remembered until
 * SQLite says that anything in the file has changed.
 */
export function sqliteReader(file: string, keeps: boolean): SecretReader {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
  database.pragma(`cache_size = -${CACHE_KIB}`)
  database.pragma(`mmap_size = ${MAPPED_BYTES}`)
  const lookup = database.prepare<[string], string>(LOOKUP).pluck()
  const find = (digest: string) => lookup.get(digest) ?? null
  const read = keeps ? remembering(database, find) : find
  return {
    find: (digest, done) => {
      let text: string | null
      try {
        text = read(digest)
      } catch (error) {
        done(error, null)
        return
      }
      done(null, text)
    },
    close: async () => void database.close(),
  }
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
