import { readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** How long a process, or one thread of it, has kept the processors busy so far, in seconds (proc(5), `stat`). */
export function processorSeconds(pid: number, thread?: number): number {
  const folder = thread === undefined ? `/proc/${pid}` : `/proc/${pid}/task/${thread}`
  const afterName = readFileSync(`${folder}/stat`, 'utf8').split(') ')[1] ?? ''
  const [user = 0, system = 0] = afterName.split(' ').slice(11, 13).map(Number)
  return (user + system) / TICKS_PER_SECOND
}

/** How long `work` keeps the processor busy, in microseconds; other programs on the machine do not count. */
export function processorTimeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
