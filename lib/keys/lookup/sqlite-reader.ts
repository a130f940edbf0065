import Database from 'better-sqlite3'
import { settledHandle } from '@/lib/db/writing-handle'
import { RecentMap } from '@/lib/keys/lookup/recent-map'
import { SECRET_COLUMNS, SECRET_TABLES } from '@/lib/keys/lookup/secret-row'
import type { Found, SecretReader } from '@/lib/keys/lookup/secret-reader'

const MAPPED_BYTES = 2 ** 32
const BUSY_MS = 100
const KEPT_HALF_MAX = 25_000
/** So many are looked for at once: where more requests wait, each garbage collection copies them all. */
const BATCH_MAX = 64

// The inner selects hide the parameters from SQLite's planner: on a database that was analysed
// it would make a new plan for each of them, which takes three times as long as the lookup.
const SELECT = `select json_array(${SECRET_COLUMNS}) from ${SECRET_TABLES}`
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
 * Reads secrets as they were last committed, by whichever process. What is looked for within one
 * turn of the event loop is read at its end, or as soon as it is much, from one snapshot.
 *
 * A commit by any other connection takes from a connection all that it has mapped of the file,
 * and fetching a large one anew is dearer than the lookups. So they go through the connection that
 * this process writes by, for which its own commits change nothing; through a read-only one of
 * their own while a transaction is open there, which is often just after a commit, and needs no
 * mapping. `keeps`: found rows are remembered, beside a connection that sees each commit as
 * another's, until SQLite says that anything in the file has changed.
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

/** Looks up on one connection, all digests in one snapshot. */
function finding(database: Database.Database, keeps: boolean): FindMany {
  const lookup = database.prepare<[string], string>(BY_DIGEST).pluck()
  const read: Find = (digest) => lookup.get(digest) ?? null
  return database.transaction(keeps ? remembering(database, read) : (digests) => digests.map(read))
}

/**
 * One snapshot for many is cheaper than one for each. And answers that go out side by side
 * wake the other end once: alone, each would cost more than all else here.
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
