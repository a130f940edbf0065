import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { freePort } from '@/scripts/test/free-port.mjs'
import { copyMigratedSqlite, serverCommand } from '@/test/support/servers/quick-starts'
import { serverEnvironment } from '@/test/support/servers/server-environment'
import { PATIENCE_MS, waitUntil } from '@/test/support/wait-until'

/** How a test’s server differs from the default, which is SQLite in a new folder. */
export interface ServerOptions {
  databaseUrl?: string
  /** The data folder. A folder given here is kept when the server stops. */
  dataDir?: string
  /** Settings by name. An empty value counts as unset. */
  env?: Readonly<Record<string, string>>
  /** The command that starts the server, if not the built server itself. */
  command?: readonly [string, ...string[]]
}

/** A built server that runs as a separate process. */
export interface ServerProcess {
  origin: string
  pid: number
  dataDir: string
  /** Asks the server to stop and waits for it. Returns the exit code, or null if the signal killed it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** Kills the server without warning, like a crash. */
  kill(): Promise<void>
  /** Returns everything written to standard output so far. */
  stdout(): string
  stderr(): string
}

/** Starts the built server on a free port and waits until it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  if (!existsSync('.build/server.js')) throw new Error('There is no .build/server.js: run `npm run build`')
  for (;;) {
    const server = await startOn(await freePort(), options)
    if (server !== null) return server
  }
}

/** Starts the server on `port`. Returns null if another program took the port in the meantime. */
async function startOn(port: number, options: ServerOptions): Promise<ServerProcess | null> {
  const dataDir = options.dataDir ?? newDataDir(options)
  const [file, ...args] = options.command ?? serverCommand()
  const child = spawn(file, args, {
    env: serverEnvironment({ port, dataDir, ...options }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // leads a process group, so that its children can be killed with it
  })
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  const end = endingOf(child, () => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  })
  const origin = `http://localhost:${port}`
  try {
    await untilReady(child, origin, stdout)
  } catch (cause) {
    await end('SIGKILL')
    await finished(child.stderr)
    if (stderr().includes(`PORT ${port} is in use`)) return null
    throw new Error(`The server did not get ready:\n${stdout()}${stderr()}`, { cause })
  }
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => end(signal)
  const kill = async () => {
    await end('SIGKILL')
  }
  return { origin, pid: child.pid ?? 0, dataDir, stop, kill, stdout, stderr }
}

function newDataDir({ databaseUrl }: ServerOptions): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'latchkey-server-'))
  if (databaseUrl === undefined) copyMigratedSqlite(dataDir)
  return dataDir
}

/**
 * Waits until `child` itself reports that it listens, so that no other program’s answer counts, and until it answers
 * that it is ready.
 */
async function untilReady(child: ChildProcess, origin: string, stdout: () => string): Promise<void> {
  const isReady = async () => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended with ${String(child.exitCode)}`)
    return stdout().includes('latchkey: ready on ') && (await answersReady(origin))
  }
  await waitUntil(isReady, () => 'readiness')
}

async function answersReady(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => null,
  )
  await response?.body?.cancel()
  return response?.status === 200
}

/** Returns a function that stops `child` with a signal, and kills it if that takes too long. */
function endingOf(child: ChildProcess, cleanUp: () => void): (signal: NodeJS.Signals) => Promise<number | null> {
  const ended = once(child, 'exit')
  const killGroup = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGKILL')
    }
  }
  process.once('exit', killGroup)
  void ended.then(() => process.off('exit', killGroup))
  return async (signal) => {
    if (signal === 'SIGKILL') killGroup()
    else child.kill(signal)
    const timer = setTimeout(killGroup, PATIENCE_MS)
    await ended
    clearTimeout(timer)
    cleanUp()
    return child.exitCode
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return () => text
}
