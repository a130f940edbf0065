import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const SCRIPT = 'bench/support/wrk.lua'

/** Of so many runs a number is the median. */
export const RUNS = 5
/** As long as the time between two rounds of writing uses: each run has one, as in operation. */
export const SECONDS = 10

/** What one run of the load generator saw. */
export interface Load {
  perSecond: number
  p50Ms: number
  p99Ms: number
}

/** How to ask. */
export interface LoadOptions {
  connections: number
  seconds: number
  /** A file with a key a line. */
  keys?: string | undefined
  /** Where in it to begin. */
  from?: number
}

/** Sends requests as fast as they are answered, from one thread. @throws when any was not answered 2xx */
export async function load(url: string, { connections, seconds, keys, from = 0 }: LoadOptions): Promise<Load> {
  const program = process.env['WRK_PATH'] || '/usr/bin/wrk'
  if (!existsSync(program)) throw new Error('wrk is not there: install it, or set WRK_PATH')
  // An empty Next.js lets some of 256 connections wait for longer than a run takes; wrk would call that a failure.
  const options = [`-t1`, `-c${connections}`, `-d${seconds}s`, '--timeout', '60s', '-s', SCRIPT]
  const forScript = keys === undefined ? [] : ['--', keys, String(from)]
  const { stdout } = await promisify(execFile)(program, [...options, url, ...forScript])
  const [, requests, micros, p50, p99, failed] = /^RESULT (\d+) (\d+) (\d+) (\d+) (\d+)$/m.exec(stdout) ?? []
  if (failed !== '0') throw new Error(`Requests to ${url} failed:\n${stdout}`)
  return {
    perSecond: Number(requests) / (Number(micros) / 1e6),
    p50Ms: Number(p50) / 1000,
    p99Ms: Number(p99) / 1000,
  }
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
