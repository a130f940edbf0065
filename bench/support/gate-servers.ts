import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { BenchContext } from '@/bench/support/scenario'
import { seed } from '@/bench/support/seed'
import { createScratchDatabase } from '@/test/support/database/postgres'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

/** A Latchkey server with many tokens in its database. */
export interface GateServer {
  name: string
  /** The URL of the verify endpoint. */
  url: string
  /** Path of a file with one key per line. */
  keys: string
  server: ServerProcess
  databaseUrl: string
  stop(): Promise<void>
}

/**
 * Starts one server per database, each with `count` tokens and the settings in `env`. With `withMemory`, adds one on
 * SQLite that keeps rows in memory.
 */
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
  const databaseUrl = `file:${path.join(dataDir, 'latchkey.db')}`
  await seed(databaseUrl, count, keys)
  const server = await startServer({ dataDir, env: { ...env, BCRYPT_COST: '12' } })
  const remove = async () => rmSync(dataDir, { recursive: true, force: true })
  const name = env['TOKEN_CACHE'] === undefined ? 'SQLite' : 'SQLite, TOKEN_CACHE=memory'
  return gateServer({ name, server, keys, databaseUrl }, remove)
}

async function onPostgres(scratch: string, count: number, env: Record<string, string>): Promise<GateServer> {
  const dataDir = mkdtempSync(path.join(scratch, 'postgresql-'))
  const keys = path.join(dataDir, 'keys')
  const database = await createScratchDatabase()
  await seed(database.url, count, keys)
  const server = await startServer({ dataDir, databaseUrl: database.url, env: { ...env, BCRYPT_COST: '12' } })
  return gateServer({ name: 'PostgreSQL', server, keys, databaseUrl: database.url }, async () => {
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })
}

function gateServer(parts: Omit<GateServer, 'url' | 'stop'>, remove: () => Promise<void>): GateServer {
  const stop = async () => {
    await parts.server.kill()
    await remove()
  }
  return { ...parts, url: `${parts.server.origin.replace('localhost', '127.0.0.1')}/api/v1/auth/verify`, stop }
}
