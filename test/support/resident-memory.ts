import { readFileSync } from 'node:fs'

const SAMPLE_EVERY_MS = 10

/** The memory that a process holds (RSS), in megabytes. */
export function residentMegabytes(pid: number): number {
  return megabytesOf(pid, 'VmRSS')
}

/** What a process has made itself, without the parts of files that it has mapped: the system takes those back at will. */
function ownMegabytes(pid: number): number {
  return megabytesOf(pid, 'RssAnon')
}

function megabytesOf(pid: number, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? []
  if (kilobytes === undefined) throw new Error(`The system does not tell ${name} of a process`)
  return Number(kilobytes) / 1024
}

/** Watches what a process makes in memory from now on; `end` says by how many megabytes it grew at its highest. */
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
