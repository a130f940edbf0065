import { readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** How long a process has kept the processors busy so far, in seconds (proc(5), `stat`). */
export function processorSeconds(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? ''
  const [user = 0, system = 0] = afterName.split(' ').slice(11, 13).map(Number)
  return (user + system) / TICKS_PER_SECOND
}
