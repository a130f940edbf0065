import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const SCRIPT = 'bench/support/wrk.lua'

/** Every figure is the median of this many runs. */
export const RUNS = 5
/**
 * The length of a run. Uses are written to the database at the same interval, so each run contains one write, as in
 * production.
 */
export const SECONDS = 10

/** What the load generator measured in one run. */
export interface Load {
  perSecond: number
  p50Ms: number
  p99Ms: number
}

export interface LoadOptions {
  connections: number
  seconds: number
  /** Path of a file with one key per line. */
  keys?: string | undefined
  /** The index of the first key to use. */
  from?: number
}

/** Sends requests from one thread as fast as they are answered. @throws when any answer is not 2xx */
export async function load(url: string, { connections, seconds, keys, from = 0 }: LoadOptions): Promise<Load> {
  const program = process.env['WRK_PATH'] || '/usr/bin/wrk'
  if (!existsSync(program)) throw new Error('wrk is not there: install it, or set WRK_PATH')
  // With 256 connections, an empty Next.js lets some wait for longer than a run, which wrk would count as a failure.
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

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
