import { readFileSync } from 'node:fs'

const SAMPLE_EVERY_MS = 10

/** Returns the memory that a process holds (RSS), in megabytes. */
export function residentMegabytes(pid: number): number {
  return megabytesOf(pid, 'VmRSS')
}

/**
 * Returns the memory that a process allocated itself, without mapped files, which the system can reclaim at any time.
 */
function ownMegabytes(pid: number): number {
  return megabytesOf(pid, 'RssAnon')
}

function megabytesOf(pid: number, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? []
  if (kilobytes === undefined) throw new Error(`The system does not tell ${name} of a process`)
  return Number(kilobytes) / 1024
}

/** Watches a process’s own memory from now on. `end` returns its peak growth in megabytes. */
export function watchMemory(pid: number): { end(): Promise<number> } {
  const before = ownMegabytes(pid)
  let highest = before
  const sample = () => (highest = Math.max(highest, ownMegabytes(pid)))
  const timer = setInterval(sample, SAMPLE_EVERY_MS)
  return {
    end: async () => {
      clearInterval(timer)
      return sample() - before
    },
  }
}
