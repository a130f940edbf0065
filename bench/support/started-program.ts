import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

const READY_WITHIN_MS = 30_000

/** A running program that the benchmark started. */
export interface StartedProgram {
  pid: number
  stop(): Promise<void>
}

/** Starts a Node.js program and waits until `url` answers. */
export async function startProgram(args: readonly string[], url: string): Promise<StartedProgram> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } })
  const ended = once(child, 'exit')
  const killAtExit = () => child.kill('SIGKILL')
  process.once('exit', killAtExit)
  const stop = async () => {
    process.off('exit', killAtExit)
    child.kill('SIGKILL')
    await ended
  }
  const deadline = performance.now() + READY_WITHIN_MS
  while (performance.now() < deadline && child.exitCode === null) {
    const response = await fetch(url).catch(() => null)
    await response?.body?.cancel()
    if (response?.ok) return { pid: child.pid ?? 0, stop }
    await sleep(50)
  }
  await stop()
  throw new Error(`${args.join(' ')} did not answer at ${url}`)
}
