import type { TestProject } from 'vitest/node'
import { startServer } from '@/test/support/servers/server-process'

/** A server with default settings that several test files share. */
export interface PlainServer {
  origin: string
  /** The folder of its SQLite database. */
  dataDir: string
}

declare module 'vitest' {
  interface ProvidedContext {
    plainServer: PlainServer
  }
}

/** Starts the server once for all files, because a start costs more than most of their requests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const { origin, dataDir } = server
  project.provide('plainServer', { origin, dataDir })
  return async () => {
    await server.stop('SIGINT')
  }
}
