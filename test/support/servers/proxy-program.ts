import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { waitUntil } from '@/test/support/wait-until'

/** A reverse proxy of the system and how to start it. */
export interface ProxyProgram {
  file: string
  /** The language of its code block in docs/verify.md. */
  language: string
  /** Returns the complete configuration around such a block. */
  configuration(block: string, folder: string): string
  /** The language of the block in docs/operations.md that serves Latchkey itself, and what a test replaces in it. */
  front?: { language: string; replacements(address: string): Record<string, string> }
  args(configurationFile: string, folder: string): string[]
}

/** Starts a proxy that listens on `address` because `block` says so. */
export async function startProxy(
  program: ProxyProgram,
  address: string,
  block: string,
): Promise<{ stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-proxy-'))
  const file = path.join(folder, 'configuration')
  writeFileSync(file, program.configuration(block, folder))
  // Caddy stores files in the home folder.
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
  try {
    await waitUntil(
      async () => child.exitCode !== null || (await isListening(address)),
      () => `${program.file} to listen`,
    )
    if (child.exitCode !== null) throw new Error(`${program.file} ended`)
  } catch (cause) {
    await stop()
    throw new Error(`${program.file} does not listen:\n${said}`, { cause })
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
