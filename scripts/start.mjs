// `npm start` and `npm run dev`: from a fresh clone to a running server. Needs only Node.js.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, ensureGenerated } from './build.mjs'
import { ensureInstalled } from './install.mjs'

const isDevelopment = process.argv.includes('--dev')
process.chdir(fileURLToPath(new URL('..', import.meta.url)))

/** @type {import('node:child_process').ChildProcess | null} */
let server = null

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  // A terminal sends SIGINT to the server as well; a second one would stop it immediately.
  process.on(signal, () => {
    if (server === null) process.exit(1)
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
  })
}

try {
  await ensureInstalled()
  await (isDevelopment ? develop() : serve())
} catch (error) {
  process.stderr.write(`latchkey: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

async function serve() {
  await ensureBuilt()
  server = run('.build/server.js')
  server.once('exit', (code) => process.exit(code ?? 1))
}

/** Starts the development server. Pages reload by themselves; a change to the server's own code restarts it. */
async function develop() {
  await ensureGenerated()
  const { bundleOnChange } = await import('./bundle.mjs')
  await bundleOnChange('server.ts', '.build/server-dev.js', () => {
    const previous = server
    const start = () => {
      server = run('.build/server-dev.js')
      // The server exited by itself, not because of a restart: a wrong setting, or a signal.
      server.once('exit', (code, signal) => signal !== 'SIGKILL' && process.exit(code ?? 1))
    }
    if (previous === null) return start()
    previous.removeAllListeners('exit')
    previous.once('exit', start)
    previous.kill('SIGKILL')
  })
}

/** @param {string} file */
function run(file) {
  return spawn(process.execPath, ['--enable-source-maps', file], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: isDevelopment ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // bcrypt uses one of these threads for each processor; files and DNS need the rest.
      UV_THREADPOOL_SIZE: process.env['UV_THREADPOOL_SIZE'] ?? String(availableParallelism() + 4),
    },
  })
}
