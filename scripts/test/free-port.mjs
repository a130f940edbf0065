import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Ports outside the range that systems assign themselves, to listeners on port 0 and to clients. */
const FIRST = 20_000
const LAST = 29_999

/**
 * Finds a TCP port of loopback without a listener. The port is not reserved: confirm that your own program listens
 * there before you trust what answers.
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(FIRST, LAST + 1)
    if (await isFree(port)) return port
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
