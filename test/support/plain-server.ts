import type { TestProject } from 'vitest/node'
import { startServer } from '@/test/support/server-process'

/** A server with no settings of its own, which several files ask at the same time. */
export interface PlainServer {
  origin: string
  /** Where its data lie, on SQLite. */
  dataDir: string
}

declare module 'vitest' {
  interface ProvidedContext {
    plainServer: PlainServer
  }
}

/** The global setup that starts it: a start takes longer than most of what is asked. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const { origin, dataDir } = server
  project.provide('plainServer', { origin, dataDir })
  return async () => {
    await server.stop('SIGINT')
  }
}
