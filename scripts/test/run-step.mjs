import { spawn } from 'node:child_process'

const MINUTES_MAX = 25

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Runs a command to its end and tells whether it did well. One that takes longer than `minutesMax`
 * is ended, with everything it started.
 * @param {readonly string[]} command
 * @param {{ shown?: boolean, env?: Record<string, string>, minutesMax?: number }} [options] `shown`: the output goes
 * to the terminal as it comes; otherwise it is kept back, and shown only after a failure
 * @returns {Promise<boolean>}
 */
export async function runStep(command, { shown = false, env = {}, minutesMax = MINUTES_MAX } = {}) {
  const [file = '', ...args] = command
  const child = spawn(file, args, {
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
    detached: true, // leads a group of its own, which can be ended as a whole
  })
  let output = ''
  child.stdout?.on('data', (text) => (output += text))
  child.stderr?.on('data', (text) => (output += text))
  running.add(child)
  const timer = setTimeout(() => {
    output += `\n${file} took longer than ${minutesMax} minutes.\n`
    endGroup(child)
  }, minutesMax * 60_000)
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += `${error.message}\n`
      resolve(null)
    })
    child.once('close', resolve)
  })
  clearTimeout(timer)
  running.delete(child)
  if (code !== 0) process.stdout.write(output)
  return code === 0
}

/** Ends every command that still runs. */
export function endRunningSteps() {
  for (const child of running) endGroup(child)
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // It has ended by itself meanwhile.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}
