import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { setImmediate as turn } from 'node:timers/promises'
import type { IsolationLevel, SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'
import type Database from 'better-sqlite3'
import { sqliteFileOf } from '@/lib/db/sqlite-file'
import { setWritingHandle } from '@/lib/db/writing-handle'

type Connection = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>

const handleOf = (connection: SqlDriverAdapter) => (connection as unknown as { client: Database.Database }).client

/** How long SQLite itself waits for another process, in milliseconds. It blocks the event loop meanwhile. */
const BUSY_TIMEOUT_MS = 100

/** The settings of every connection, which are read back after they are set. */
const PRAGMAS = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: BUSY_TIMEOUT_MS } as const

/**
 * The stock adapter has one connection and guards only the start of a transaction. A statement of another request
 * runs inside whatever transaction is open, and a rollback of that transaction loses the statement. A transaction
 * that cannot be committed also stays open. This adapter makes other statements wait until the transaction has
 * ended, ends it when it fails, takes the write lock at its beginning, and checks the connection's settings.
 *
 * SQLite answers synchronously, so code that awaits it continues before anything else gets a turn. Each statement
 * therefore starts with a turn of the event loop, so that verifications run between two statements.
 */
export class SafeSqlite extends PrismaBetterSqlite3 {
  readonly #file: string

  constructor(url: string) {
    super({ url })
    this.#file = sqliteFileOf(url)
  }

  override async connect(): Promise<Connection> {
    const connection = await super.connect()
    await applyPragmas(connection)
    skipStockBegin(connection)
    serialise(connection)
    setWritingHandle(this.#file, handleOf(connection))
    return connection
  }
}

async function applyPragmas(connection: SqlDriverAdapter): Promise<void> {
  for (const [name, expected] of Object.entries(PRAGMAS)) {
    await connection.executeScript(`PRAGMA ${name} = ${expected}`)
    const { rows } = await connection.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] })
    const actual = rows[0]?.[0]
    if (String(actual) !== String(expected)) {
      throw new Error(`SQLite did not accept PRAGMA ${name} = ${expected}: it returned ${String(actual)}`)
    }
  }
}

/**
 * Our own BEGIN IMMEDIATE runs before the stock start, whose BEGIN then does nothing. A deferred BEGIN fails at the
 * first write if another process wrote meanwhile, and the stock start keeps its mutex forever if its BEGIN throws.
 */
function skipStockBegin(connection: SqlDriverAdapter): void {
  const client = handleOf(connection)
  const prepare = client.prepare.bind(client)
  const nothing = { run: () => undefined }
  client.prepare = ((sql: string) => (sql === 'BEGIN' ? nothing : prepare(sql))) as typeof client.prepare
}

function serialise(connection: SqlDriverAdapter): void {
  let open: Promise<void> | null = null
  // Nothing yields between the loop and the code after it, so no other transaction can begin in between.
  const waiting =
    <A, R>(run: (argument: A) => Promise<R>) =>
    async (argument: A) => {
      await turn()
      while (open !== null) await open
      return run(argument)
    }
  const execute = connection.executeRaw.bind(connection)
  const start = connection.startTransaction.bind(connection)
  // SQLite may have rolled it back itself, for example on a full disk.
  const undo = async () => {
    if (handleOf(connection).inTransaction) await execute({ sql: 'ROLLBACK', args: [], argTypes: [] })
  }
  connection.queryRaw = waiting(connection.queryRaw.bind(connection))
  connection.executeRaw = waiting(execute)
  connection.executeScript = waiting(connection.executeScript.bind(connection))

  connection.startTransaction = async (isolation?: IsolationLevel) => {
    while (open !== null) await open
    let release = () => {}
    const mine = new Promise<void>((resolve) => {
      release = () => {
        if (open === mine) open = null
        resolve()
      }
    })
    open = mine
    try {
      await execute({ sql: 'BEGIN IMMEDIATE', args: [], argTypes: [] })
      return releaseAtEnd(await start(isolation), undo, release)
    } catch (error) {
      release()
      throw error
    }
  }
}

/**
 * After a failed COMMIT, Prisma only calls `rollback`, and the stock adapter leaves the rollback to a statement. So
 * `rollback` also undoes the transaction here.
 */
function releaseAtEnd(transaction: Transaction, undo: () => Promise<void>, release: () => void): Transaction {
  const [query, execute] = [transaction.queryRaw.bind(transaction), transaction.executeRaw.bind(transaction)]
  transaction.queryRaw = (statement) => turn().then(() => query(statement))
  transaction.executeRaw = (statement) => turn().then(() => execute(statement))
  const commit = transaction.commit.bind(transaction)
  const rollback = transaction.rollback.bind(transaction)
  transaction.commit = () => commit().finally(release)
  transaction.rollback = () => undo().finally(rollback).finally(release)
  return transaction
}
