// Writes one token again and again, from a process of its own: node bench/support/write-probe.mjs <database URL>.
// At the end of standard input it prints the longest time in ms that a write took.
import Database from 'better-sqlite3'
import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 5
const PATIENCE_MS = 30_000
const WRITE = 'UPDATE token SET revision = revision WHERE id = (SELECT min(id) FROM token)'

const url = process.argv[2] ?? ''
const write = url.startsWith('file:') ? sqliteWriter(url.slice('file:'.length)) : await postgresWriter(url)
let isOver = false
process.stdin.once('end', () => (isOver = true)).resume()

let longestMs = 0
while (!isOver) {
  const startedMs = performance.now()
  await write()
  longestMs = Math.max(longestMs, performance.now() - startedMs)
  await sleep(PAUSE_MS)
}
process.stdout.write(String(longestMs))
process.exit(0)

/** @param {string} file */
function sqliteWriter(file) {
  const statement = new Database(file, { timeout: PATIENCE_MS }).prepare(WRITE)
  return async () => void statement.run()
}

/** @param {string} connectionString */
async function postgresWriter(connectionString) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return () => client.query(WRITE)
}
