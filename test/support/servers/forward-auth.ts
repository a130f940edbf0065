import { freePort } from '@/scripts/test/free-port.mjs'
import { documented } from '@/test/support/requests/documented'
import { startProxy, type ProxyProgram } from '@/test/support/servers/proxy-program'
import { remoteApi } from '@/test/support/servers/remote-api'
import { startServer } from '@/test/support/servers/server-process'
import { startToyApplication } from '@/test/support/servers/toy-application'

/** The public origin that browsers use for Latchkey. */
export const PUBLIC = 'https://keys.example.com'

/** Starts Latchkey, an application, and the proxies that check each request with Latchkey before they pass it on. */
export async function startForwardAuth(program: ProxyProgram) {
  const env = { APP_URL: PUBLIC, TRUSTED_PROXIES: '127.0.0.1', REGISTRATION: 'open' }
  const server = await startServer({ env })
  const latchkey = new URL(server.origin).host.replace('localhost', '127.0.0.1')
  const application = await startToyApplication()
  const proxies: { stop(): Promise<void> }[] = []
  /** Starts the documented proxy, with `query` as the query of the verification request. */
  const startWith = async (query: string) => {
    const address = `127.0.0.1:${await freePort()}`
    const block = documented(program.language, {
      '127.0.0.1:3000': latchkey,
      '127.0.0.1:8000': address,
      '127.0.0.1:8080': application.address,
      'scope=read': query,
    })
    proxies.push(await startProxy(program, address, block))
    return remoteApi(`http://${address}`)
  }
  /** Starts the proxy that serves Latchkey itself, as documented. */
  const startFront = async () => {
    const { language = '', replacements } = program.front ?? {}
    const address = `127.0.0.1:${await freePort()}`
    const changes = { ...replacements?.(address), '127.0.0.1:3000': latchkey }
    proxies.push(await startProxy(program, address, documented(language, changes, 'docs/operations.md')))
    return remoteApi(`http://${address}`, PUBLIC)
  }
  return {
    api: remoteApi(server.origin, PUBLIC),
    front: await startFront(),
    proxy: await startWith('scope=read'),
    basicProxy: await startWith('scope=read&basic=true'),
    mistypedProxy: await startWith('scopes=read'),
    application,
    latchkeySays: server.stdout,
    stopLatchkey: async () => server.kill(),
    stop: async () => {
      for (const proxy of proxies) await proxy.stop()
      await application.stop()
      await server.kill()
    },
  }
}
