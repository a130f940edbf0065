import { createMigratedPostgresql } from '@/test/support/servers/quick-starts'
import { startServer, type ServerOptions, type ServerProcess } from '@/test/support/servers/server-process'
import { startTcpProxy, type TcpProxy } from '@/test/support/servers/tcp-proxy'

/** A server on PostgreSQL, with a line between them that a test can break. */
export interface BreakableLine {
  server: ServerProcess
  line: TcpProxy
  stop(): Promise<void>
}

/** Starts a server on a new database, behind an open line. */
export async function startBehindLine(env: ServerOptions['env'] = {}): Promise<BreakableLine> {
  const database = await createMigratedPostgresql()
  const url = new URL(database.url)
  const line = await startTcpProxy(url.hostname, Number(url.port))
  url.host = `127.0.0.1:${line.port}`
  const server = await startServer({ databaseUrl: url.href, env })
  const stop = async () => {
    await server.stop('SIGINT')
    await line.close()
    await database.drop()
  }
  return { server, line, stop }
}
