import Database from 'better-sqlite3'
import { RecentMap } from '@/lib/gate/recent-map'
import { secretColumns, SECRET_TABLES } from '@/lib/gate/secret-row'
import type { Found, SecretReader } from '@/lib/gate/secret-reader'

const MAPPED_BYTES = 2 ** 32
const BUSY_MS = 100
const KEPT_HALF_MAX = 25_000

// The inner selects hide the parameters from SQLite's planner: on a database that was analysed
// it would make a new plan for each of them, which takes three times as long as the lookup.
const SELECT = `select json_array(${secretColumns((column) => column)}) from ${SECRET_TABLES}`
const BY_DIGEST = `${SELECT} where s.digest = (select unhex(?))`
const NEWEST = `${SELECT} where s.token_id = (select ?) and s.valid_until is null`

/** Finds the row of a digest as one text; null where there is none. */
type Find = (digest: string) => string | null
type FindMany = (digests: readonly string[]) => (string | null)[]

interface Lookup {
  digest: string
  done: Found
}

/**
 * Reads secrets through a read-only connection of its own. What is looked for within one turn
 * of the event loop is read at its end from one snapshot, which has all that was committed
 * until then, by whichever process. `keeps`: found rows are remembered until SQLite says that
 * anything in the file has changed.
 */
export function sqliteReader(file: string, keeps: boolean): SecretReader {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
  database.pragma(`mmap_size = ${MAPPED_BYTES}`)
  const lookup = database.prepare<[string], string>(BY_DIGEST).pluck()
  const newest = database.prepare<[string], string>(NEWEST).pluck()
  const read: Find = (digest) => lookup.get(digest) ?? null
  const readMany: FindMany = keeps ? remembering(database, read) : (digests) => digests.map(read)
  return {
    find: atEndOfTurn(database.transaction(readMany)),
    findNewest: (tokenId, done) => hand(() => newest.get(tokenId) ?? null, done),
    close: async () => void database.close(),
  }
}

/**
 * One snapshot for many is cheaper than one for each. And answers that go out side by side
 * wake the other end once: alone, each would cost more than all else here.
 */
function atEndOfTurn(findMany: FindMany): SecretReader['find'] {
  let waiting: Lookup[] = []
  const answer = () => {
    const lookups = waiting
    waiting = []
    let texts: (string | null)[]
    try {
      texts = findMany(lookups.map(({ digest }) => digest))
    } catch (error) {
      for (const { done } of lookups) done(error, null)
      return
    }
    for (const [index, { done }] of lookups.entries()) done(null, texts[index] ?? null)
  }
  return (digest, done) => {
    waiting.push({ digest, done })
    if (waiting.length === 1) setImmediate(answer)
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
function remembering(database: Database.Database, read: Find): FindMany {
  const version = database.prepare<[], number>('pragma data_version').pluck()
  const kept = new RecentMap<string>(KEPT_HALF_MAX)
  let keptAt = version.get()
  return (digests) => {
    const current = version.get()
    if (current !== keptAt) kept.clear()
    keptAt = current
    return digests.map((digest) => {
      const known = kept.get(digest)
      if (known !== undefined) return known
      const text = read(digest)
      if (text !== null) kept.set(digest, text)
      return text
    })
  }
}
