import type { TestProject } from 'vitest/node'
import { startServer } from '@/test/support/server-process'

/** A server with default settings, which several test files share. */
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

/** Starts it once for all files: a start costs more than most of their requests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const { origin, dataDir } = server
  project.provide('plainServer', { origin, dataDir })
  return async () => {
    await server.stop('SIGINT')
  }
}
