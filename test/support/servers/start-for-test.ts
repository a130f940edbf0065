import { onTestFinished } from 'vitest'
import { startServer, type ServerOptions, type ServerProcess } from '@/test/support/servers/server-process'

/** Starts the built server for the running test only. The server is killed when the test ends, whatever its result. */
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
