import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { BenchContext } from '@/bench/support/scenario'
import { seed } from '@/bench/support/seed'
import { createScratchDatabase } from '@/test/support/postgres'
import { startServer, type ServerProcess } from '@/test/support/server-process'

/** A Latchkey whose database holds many tokens. */
export interface GateServer {
  name: string
  /** Of verification. */
  url: string
  /** A file with the keys, one a line. */
  keys: string
  server: ServerProcess
  stop(): Promise<void>
}

/** Servers with `count` tokens, one on each kind of database; `withMemory`: and one on SQLite that keeps rows in memory; `env`: settings of all. */
export async function gateServers(
  { scratch, say }: BenchContext,
  count: number,
  { withMemory = false, env = {} }: { withMemory?: boolean; env?: Record<string, string> } = {},
): Promise<GateServer[]> {
  say(`filling databases with ${count.toLocaleString('en')} tokens`)
  const servers = [await onSqlite(scratch, count, env), await onPostgres(scratch, count, env)]
  return withMemory ? [...servers, await onSqlite(scratch, count, { ...env, TOKEN_CACHE: 'memory' })] : servers
}

async function onSqlite(scratch: string, count: number, env: Record<string, string>): Promise<GateServer> {
  const dataDir = mkdtempSync(path.join(scratch, 'sqlite-'))
  const keys = path.join(dataDir, 'keys')
  await seed(`file:${path.join(dataDir, 'latchkey.db')}`, count, keys)
  const server = await startServer({ dataDir, env: { ...env, BCRYPT_COST: '12' } })
  const remove = async () => rmSync(dataDir, { recursive: true, force: true })
  return gateServer(env['TOKEN_CACHE'] === undefined ? 'SQLite' : 'SQLite, TOKEN_CACHE=memory', server, keys, remove)
}

async function onPostgres(scratch: string, count: number, env: Record<string, string>): Promise<GateServer> {
  const dataDir = mkdtempSync(path.join(scratch, 'postgresql-'))
  const keys = path.join(dataDir, 'keys')
  const database = await createScratchDatabase()
  await seed(database.url, count, keys)
  const server = await startServer({ dataDir, databaseUrl: database.url, env: { ...env, BCRYPT_COST: '12' } })
  return gateServer('PostgreSQL', server, keys, async () => {
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })
}

function gateServer(name: string, server: ServerProcess, keys: string, remove: () => Promise<void>): GateServer {
  const stop = async () => {
    await server.kill()
    await remove()
  }
  return { name, url: `${server.origin.replace('localhost', '127.0.0.1')}/api/v1/auth/verify`, keys, server, stop }
}
