const INDEX =
  /^-- (?:Create|Drop)Index\n(?<verb>CREATE (?:UNIQUE )?INDEX|DROP INDEX) (?<index>"[^"]+")(?: ON (?<table>"[^"]+"))?[^;]*;\n/gm

const WAIT_LONGER = `-- It may wait for older transactions: nobody waits behind it.\nSET lock_timeout = '1min';\n`
const WAIT_AS_BEFORE = 'RESET lock_timeout;\n'

/**
 * Splits a PostgreSQL migration that Prisma wrote. Indexes of existing tables are built while requests run
 * (`CONCURRENTLY`), which PostgreSQL does not allow in a transaction; everything else fits in one.
 * @param {string} sql
 * @returns {{ transactional: string, concurrent: string }} each empty when there is nothing of its kind
 */
export function splitConcurrentIndexes(sql) {
  const newTables = new Set(Array.from(sql.matchAll(/^CREATE TABLE ("[^"]+")/gm), ([, table]) => table))
  const concurrent = Array.from(sql.matchAll(INDEX))
    .filter(({ groups }) => !newTables.has(groups?.['table']))
    .map(([statement, verb, index]) => {
      const drop = `DROP INDEX CONCURRENTLY IF EXISTS ${index};\n`
      if (verb === 'DROP INDEX') return drop
      const create = statement.slice(statement.indexOf('\n') + 1).replace('INDEX', 'INDEX CONCURRENTLY')
      return `-- An interrupted build leaves an invalid index behind.\n${drop}${create}`
    })
  const rest = sql.replace(INDEX, (statement, verb, index, table) => (newTables.has(table) ? statement : '')).trim()
  return {
    transactional: rest === '' ? '' : `${rest.replace(/\n{3,}/g, '\n\n')}\n`,
    concurrent: concurrent.length === 0 ? '' : [WAIT_LONGER, ...concurrent, WAIT_AS_BEFORE].join('\n'),
  }
}
