interface DriverCause {
  kind?: string
  code?: string
  originalCode?: string
  constraint?: { fields?: string[]; index?: string }
}

// Prisma's code for a write conflict, and PostgreSQL's for a serialization failure and a deadlock.
const CONFLICTS = new Set(['P2034', '40001', '40P01'])
// Prisma: cannot reach, not allowed, timed out, closed, no free connection, transaction not started in time.
const UNAVAILABLE_PRISMA = new Set([
  'P1000', 'P1001', 'P1002', 'P1003', 'P1008', 'P1010', 'P1011', 'P1017', 'P2024', 'P2028', 'P2037',
]) // prettier-ignore
// PostgreSQL appendix A: connection, resources (53100: disk full), shutdown, cancelled, lock timeout, read-only.
const UNAVAILABLE_SQLSTATE = /^(08|53|57)|^(55P03|25006)$/
// SQLite: codes for what it cannot do now. The adapter replaces their numbers by 1, but keeps their names.
const UNAVAILABLE_SQLITE = /^SQLITE_(BUSY|LOCKED|READONLY|IOERR|FULL|CANTOPEN|PROTOCOL)/
const UNWRITABLE = /^(SQLITE_(READONLY|IOERR|FULL|CANTOPEN)|53100$|25006$)/
// Errors that Node.js and pg throw without a code that Prisma knows.
const UNAVAILABLE_NODE = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH',
]) // prettier-ignore
const UNAVAILABLE_MESSAGE =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|connection error and is not queryable/

/** Whether another transaction or process was in the way, so that a retry can succeed. */
export function isConflict(error: unknown): boolean {
  const { kind, originalCode } = driverCause(error)
  // SQLITE_BUSY comes before anything was written. PostgreSQL's ETIMEDOUT has the same kind but may come after a
  // COMMIT, which must not run twice.
  if (kind === 'SocketTimeout') return originalCode?.startsWith('SQLITE_BUSY') ?? false
  return CONFLICTS.has(codeOf(error) ?? '') || kind === 'TransactionWriteConflict'
}

/** Whether the database is unavailable at the moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error) ?? ''
  const driverCode = driverCodeOf(error)
  return (
    UNAVAILABLE_PRISMA.has(code) ||
    UNAVAILABLE_NODE.has(code) ||
    // pg puts the SQLSTATE into the error's code, Prisma into its cause.
    UNAVAILABLE_SQLSTATE.test(driverCode || code) ||
    UNAVAILABLE_SQLITE.test(driverCode) ||
    UNAVAILABLE_MESSAGE.test(error.message) ||
    (error.cause instanceof Error && isUnavailable(error.cause))
  )
}

/** Whether a write failed because the disk is full, read-only or failing. */
export function isUnwritable(error: unknown): boolean {
  return UNWRITABLE.test(driverCodeOf(error))
}

/** Whether SQLite reported a full disk. */
export function isDiskFull(error: unknown): boolean {
  return driverCodeOf(error) === 'SQLITE_FULL'
}

/**
 * Whether `error` is a violation of the unique index over exactly `columns` (database names) of `table`. The two
 * databases name the index in different shapes.
 */
export function isUniqueViolation(error: unknown, table: string, columns: readonly string[]): boolean {
  if (codeOf(error) !== 'P2002') return false
  const { constraint } = driverCause(error)
  const name = columns.join('_')
  return constraint?.fields?.join('_') === name || constraint?.index === `${table}_${name}_key`
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : undefined
}

/** Returns the database's own code for an error, however deeply Prisma nests it; empty if there is none. */
function driverCodeOf(error: unknown): string {
  const { originalCode, code } = driverCause(error)
  return originalCode ?? code ?? codeOf(error) ?? ''
}

function driverCause(error: unknown): DriverCause {
  const holder = error as { meta?: { driverAdapterError?: { cause?: DriverCause } }; cause?: DriverCause } | null
  return holder?.meta?.driverAdapterError?.cause ?? holder?.cause ?? {}
}
