import Database from 'better-sqlite3'
import { settledHandle } from '@/lib/db/writing-handle'
import { RecentMap } from '@/lib/keys/lookup/recent-map'
import { SECRET_COLUMNS, SECRET_TABLES } from '@/lib/keys/lookup/secret-row'
import type { Found, SecretReader } from '@/lib/keys/lookup/secret-reader'

const MAPPED_BYTES = 2 ** 32
const BUSY_MS = 100
const KEPT_HALF_MAX = 25_000
/** How many keys are looked up at once. With more waiting requests, each garbage collection copies them all. */
const BATCH_MAX = 64

// The inner selects hide the parameters from SQLite's planner. On an analysed database it would otherwise make a
// new plan for each of them, which takes three times as long as the lookup.
const SELECT = `select json_array(${SECRET_COLUMNS}) from ${SECRET_TABLES}`
const BY_DIGEST = `${SELECT} where s.digest = (select unhex(?))`
const NEWEST = `${SELECT} where s.token_id = (select ?) and s.valid_until is null`

/** Returns the row of a digest as one text, or null if there is none. */
type Find = (digest: string) => string | null
type FindMany = (digests: readonly string[]) => (string | null)[]

interface Lookup {
  digest: string
  done: Found
}

/**
 * Creates a reader of secrets as they were last committed, by any process. The lookups of one turn of the event
 * loop read one snapshot, at the end of the turn or as soon as 64 are waiting.
 *
 * A commit by another connection discards everything that a connection has mapped of the file, and mapping a large
 * file again costs more than the lookups. So lookups use the connection with which this process writes, because its
 * own commits discard nothing there. While a transaction is open on it, they use a separate read-only connection.
 * That often happens just after a commit, and needs no mapping.
 *
 * With `keeps`, a cache keeps found rows until SQLite says that anything in the file has changed. It reads with the
 * separate connection, which sees every commit as another's.
 */
export function sqliteReader(file: string, keeps: boolean): SecretReader {
  const own = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
  if (keeps) map(own)
  const newest = own.prepare<[string], string>(NEWEST).pluck()
  const findOnOwn = finding(own, keeps)
  let writing: { handle: Database.Database; find: FindMany } | null = null
  const find: FindMany = (digests) => {
    const handle = keeps || !own.open ? null : settledHandle(file)
    if (handle === null) return findOnOwn(digests)
    if (handle !== writing?.handle) {
      map(handle)
      writing = { handle, find: finding(handle, false) }
    }
    return writing.find(digests)
  }
  return {
    find: atEndOfTurn(find),
    findNewest: (tokenId, done) => hand(() => newest.get(tokenId) ?? null, done),
    close: async () => void own.close(),
  }
}

function map(database: Database.Database): void {
  database.pragma(`mmap_size = ${MAPPED_BYTES}`)
}

/** Returns a function that looks up all its digests on one connection and in one snapshot. */
function finding(database: Database.Database, keeps: boolean): FindMany {
  const lookup = database.prepare<[string], string>(BY_DIGEST).pluck()
  const read: Find = (digest) => lookup.get(digest) ?? null
  return database.transaction(keeps ? remembering(database, read) : (digests) => digests.map(read))
}

/**
 * Gathers the lookups of one turn. One snapshot for many is cheaper than one for each. And responses that go out
 * together wake the other end only once: sent alone, each would cost more than everything else here.
 */
function atEndOfTurn(findMany: FindMany): SecretReader['find'] {
  let waiting: Lookup[] = []
  const answer = () => {
    const lookups = waiting
    if (lookups.length === 0) return
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
    if (waiting.length === BATCH_MAX) answer()
    else if (waiting.length === 1) setImmediate(answer)
  }
}

/** Passes an error of `read` to `done`. An error of `done` itself does not come back to it. */
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

/** `data_version` changes as soon as any other connection has committed, in this process or another. */
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
