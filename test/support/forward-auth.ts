import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { documented } from '@/test/support/documented'
import { freePort } from '@/test/support/free-port'
import { remoteApi } from '@/test/support/remote-api'
import { startServer } from '@/test/support/server-process'
import { startToyApplication } from '@/test/support/toy-application'

const READY_WITHIN_MS = 10_000

/** A reverse proxy of the system, and how it is started. */
export interface ProxyProgram {
  file: string
  /** The language of its block in docs/verify.md. */
  language: string
  /** The whole configuration around that block. */
  configuration(block: string, folder: string): string
  args(configurationFile: string, folder: string): string[]
}

/** Latchkey, an application, and the proxy that asks the one before it asks the other. */
export async function startForwardAuth(program: ProxyProgram) {
  const server = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
  const application = await startToyApplication()
  const address = `127.0.0.1:${await freePort()}`
  const proxy = await startProxy(program, address, {
    '127.0.0.1:3000': new URL(server.origin).host.replace('localhost', '127.0.0.1'),
    '127.0.0.1:8000': address,
    '127.0.0.1:8080': application.address,
  })
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

async function startProxy(program: ProxyProgram, address: string, addresses: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-proxy-'))
  const file = path.join(folder, 'configuration')
  writeFileSync(file, program.configuration(documented(program.language, addresses), folder))
  // Caddy keeps things in the home of its account.
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const child = spawn(program.file, program.args(file, folder), { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = once(child, 'exit')
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const killAtExit = () => child.kill('SIGKILL')
  process.once('exit', killAtExit)
  const stop = async () => {
    process.off('exit', killAtExit)
    child.kill('SIGKILL')
    await exited
    rmSync(folder, { recursive: true, force: true })
  }
  const deadline = performance.now() + READY_WITHIN_MS
  while (!(await isListening(address))) {
    if (child.exitCode === null && performance.now() < deadline) {
      await sleep(50)
      continue
    }
    await stop()
    throw new Error(`${program.file} does not listen:\n${said}`)
  }
  return { stop }
}

async function isListening(address: string): Promise<boolean> {
  const [host, port] = address.split(':')
  const socket = connect(Number(port), host)
  const isConnected = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return isConnected
}
