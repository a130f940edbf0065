import { onTestFinished } from 'vitest'
import { startServer, type ServerOptions, type ServerProcess } from '@/test/support/server-process'

/** Starts the built server for the running test alone: it is gone when the test is over, however it ended. */
export function startForTest(options?: ServerOptions): Promise<ServerProcess> {
  const starting = startServer(options)
  onTestFinished(async () => {
    await starting.then(
      (server) => server.kill(),
      () => undefined,
    )
  })
  return starting
}
