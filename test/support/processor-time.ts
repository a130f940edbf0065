import { readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** Returns the processor time that a process or one of its threads has used so far, in seconds (proc(5), `stat`). */
export function processorSeconds(pid: number, thread?: number): number {
  const folder = thread === undefined ? `/proc/${pid}` : `/proc/${pid}/task/${thread}`
  const afterName = readFileSync(`${folder}/stat`, 'utf8').split(') ')[1] ?? ''
  const [user = 0, system = 0] = afterName.split(' ').slice(11, 13).map(Number)
  return (user + system) / TICKS_PER_SECOND
}

/** Returns the processor time of `work` in microseconds. Other programs on the machine do not count. */
export function processorTimeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
