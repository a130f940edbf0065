// Runs a TypeScript file of the project: `node scripts/run.mjs scripts/db-new.ts <arguments>`
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureGenerated } from './build.mjs'
import { ensureInstalled } from './install.mjs'

await ensureInstalled()
await ensureGenerated()
const { bundle } = await import('./bundle.mjs')
const [entry = '', ...rest] = process.argv.slice(2)
const outfile = path.resolve('.build', `${path.basename(entry, '.ts')}.js`)
await bundle(entry, outfile)
process.argv = [process.argv[0] ?? 'node', outfile, ...rest]
await import(pathToFileURL(outfile).href)
