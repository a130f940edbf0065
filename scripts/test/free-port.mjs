import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Ports that no system hands out by itself, neither to a listener that names none nor to a client. */
const FIRST = 20_000
const LAST = 29_999

/**
 * A TCP port of loopback that nobody listens on. It is not kept: who listens there must say so himself before
 * anybody takes what answers there for him.
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
