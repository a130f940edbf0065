import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { withProgress } from './progress.mjs'
import { runCommand } from './run-command.mjs'
import { digestOf, unlessStamped } from './stamp.mjs'

const SOURCES = [
  'app', 'components', 'lib', 'prisma', 'server.ts', 'scripts/bundle.mjs',
  'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json',
] // prettier-ignore

/** Generates the database clients from the Prisma schema, unless they are up to date. */
export async function ensureGenerated() {
  const digest = digestOf([
    'prisma/schema.prisma',
    'prisma/schema-for.mjs',
    'scripts/generate.mjs',
    'package-lock.json',
  ])
  await unlessStamped('lib/db/generated/.stamp', digest, async () => {
    const { generate } = await import('./generate.mjs')
    await withProgress('generating the database clients', generate)
  })
}

/** Builds the pages and the server, unless nothing has changed since the last build. */
export async function ensureBuilt() {
  await ensureGenerated()
  // Inside `.next`, so that deleting the output deletes the stamp too.
  await unlessStamped('.next/latchkey-build', digestOf(SOURCES), () => withProgress('building', build))
}

async function build() {
  const { bundle } = await import('./bundle.mjs')
  await bundle('server.ts', '.build/server.js')
  const env = { ...process.env, NODE_ENV: /** @type {const} */ ('production'), NEXT_TELEMETRY_DISABLED: '1' }
  await runCommand(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { env })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled()
  await ensureBuilt()
}
