/**
 * Runs a part of the test run, and prints its start, its result and its duration.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(result: T) => boolean} isGood
 * @returns {Promise<T>}
 */
export async function timed(name, work, isGood) {
  process.stdout.write(`\n▸ ${name}\n`)
  const started = performance.now()
  const result = await work()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${isGood(result) ? '✓' : '✗'} ${name}, ${seconds} s\n`)
  return result
}
