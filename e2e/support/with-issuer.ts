import { freePort } from '@/scripts/test/free-port.mjs'
import { SETUP_CODE } from '@/e2e/support/fixtures'
import { startIssuer, type Issuer } from '@/test/support/providers/issuer'
import { providersEnvironment } from '@/test/support/providers/provider-server'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

/** Runs `work` with a real OpenID provider and a server that offers it as “Acme”. */
export async function withIssuer(
  settings: Record<string, string>,
  work: (server: ServerProcess, issuer: Issuer) => Promise<void>,
): Promise<void> {
  const port = await freePort()
  const acme = { ISSUER: `http://127.0.0.1:${port}`, LABEL: 'Acme' }
  const env = { SETUP_CODE, LOG_LEVEL: 'error', ...providersEnvironment({ acme }), ...settings }
  const server = await startServer({ env })
  const issuer = await startIssuer({ appOrigin: server.origin, port })
  try {
    await work(server, issuer)
  } finally {
    await issuer.stop()
    await server.stop()
  }
}
