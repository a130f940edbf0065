const HEARTBEAT_MS = 10_000

/**
 * Runs a startup step and reports it, with a progress line every ten seconds.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function withProgress(title, step) {
  const started = performance.now()
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`
  process.stdout.write(`latchkey: ${title} …\n`)
  const heartbeat = setInterval(() => process.stdout.write(`latchkey:   still ${title} (${seconds()})\n`), HEARTBEAT_MS)
  try {
    const result = await step()
    process.stdout.write(`latchkey:   done in ${seconds()}\n`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}
