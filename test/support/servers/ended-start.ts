import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { serverEnvironment } from '@/test/support/servers/server-environment'
import type { ServerOptions } from '@/test/support/servers/server-process'
import { PATIENCE_MS } from '@/test/support/wait-until'

// Nothing can connect there by accident: a server that starts against expectation disturbs no one.
const PORT = 1

/** The output and exit code of a start that exited on its own. */
export interface EndedStart {
  exitCode: number | null
  stdout: string
  stderr: string
}

/** Starts the built server with settings that it should reject, and waits for it to exit. */
export async function startThatEnds({ dataDir, ...options }: ServerOptions): Promise<EndedStart> {
  const folder = dataDir ?? mkdtempSync(path.join(tmpdir(), 'latchkey-refused-'))
  const child = spawn(process.execPath, ['.build/server.js'], {
    env: serverEnvironment({ port: PORT, dataDir: folder, ...options }),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  })
  const [stdout, stderr] = await Promise.all([readText(child.stdout), readText(child.stderr), once(child, 'exit')])
  if (dataDir === undefined) rmSync(folder, { recursive: true, force: true })
  return { exitCode: child.exitCode, stdout, stderr }
}
