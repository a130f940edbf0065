// `npm run bench`: installs what the benchmarks need, builds, and runs bench/bench.ts.
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { findPostgres, startPostgres } from './test/postgres-server.mjs'
import { canInstallPackages, installPackages, missingPackages } from './test/system-parts.mjs'

// PostgreSQL's default is meant for the smallest machines; a million tokens take 1.2 GB.
const SHARED_BUFFERS = '2GB'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
process.env['NEXT_TELEMETRY_DISABLED'] = '1'

await ensureInstalled()
const missing = missingPackages(['postgres', 'wrk'])
if (missing.length > 0 && canInstallPackages()) await installPackages(missing)
await ensureBuilt()

const programs = findPostgres()
if ((process.env['TEST_POSTGRES_URL'] ?? '') === '' && programs !== null) {
  const server = await startPostgres(programs, SHARED_BUFFERS)
  process.env['TEST_POSTGRES_URL'] = server.url
  process.once('exit', server.stop)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(130))
}

const { bundle } = await import('./bundle.mjs')
const outfile = path.resolve('.build/bench.js')
await bundle('bench/bench.ts', outfile)
await import(pathToFileURL(outfile).href)
