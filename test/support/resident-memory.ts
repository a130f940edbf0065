import { readFileSync } from 'node:fs'

const SAMPLE_EVERY_MS = 10

/** The memory that a process holds (RSS), in megabytes. */
export function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/** Watches the memory of a process from now on; `end` says by how many megabytes it grew at its highest. */
export function watchMemory(pid: number): { end(): Promise<number> } {
  const before = residentMegabytes(pid)
  let highest = before
  const sample = () => (highest = Math.max(highest, residentMegabytes(pid)))
  const timer = setInterval(sample, SAMPLE_EVERY_MS)
  return {
    end: async () => {
      clearInterval(timer)
      return sample() - before
    },
  }
}
