import { spawn } from 'node:child_process'

const MINUTES_MAX = 25

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Runs a command and returns whether it succeeded. Kills one that takes longer than `minutesMax`, with all its
 * children.
 * @param {readonly string[]} command
 * @param {{ shown?: boolean, env?: Record<string, string>, minutesMax?: number }} [options] `shown`: print the output
 * at once; otherwise print it only after a failure
 * @returns {Promise<boolean>}
 */
export async function runStep(command, { shown = false, env = {}, minutesMax = MINUTES_MAX } = {}) {
  const [file = '', ...args] = command
  const child = spawn(file, args, {
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
    detached: true, // leads a process group, which can be killed as a whole
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

/** Kills every command that is still running. */
export function endRunningSteps() {
  for (const child of running) endGroup(child)
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // It has exited by itself in the meantime.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}
