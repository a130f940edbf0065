import { freePort } from '@/scripts/test/free-port.mjs'
import { documented } from '@/test/support/documented'
import { startProxy, type ProxyProgram } from '@/test/support/proxy-program'
import { remoteApi } from '@/test/support/remote-api'
import { startServer } from '@/test/support/server-process'
import { startToyApplication } from '@/test/support/toy-application'

/** Latchkey, an application, and the proxy that asks the one before it asks the other. */
export async function startForwardAuth(program: ProxyProgram) {
  const server = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
  const application = await startToyApplication()
  const address = `127.0.0.1:${await freePort()}`
  const block = documented(program.language, {
    '127.0.0.1:3000': new URL(server.origin).host.replace('localhost', '127.0.0.1'),
    '127.0.0.1:8000': address,
    '127.0.0.1:8080': application.address,
  })
  const proxy = await startProxy(program, address, block)
  return {
    api: remoteApi(server.origin),
    proxy: remoteApi(`http://${address}`),
    application,
    stopLatchkey: async () => server.kill(),
    stop: async () => {
      await proxy.stop()
      await application.stop()
      await server.kill()
    },
  }
}
