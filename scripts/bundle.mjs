import { build, context } from 'esbuild'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Bundles our own TypeScript into one ES module; packages stay external. Also bundles the worker thread that checks
 * password strength, which any of our programs may start.
 * @param {string} entry
 * @param {string} outfile
 */
export async function bundle(entry, outfile) {
  await bundlePasswordWorker()
  await build(optionsFor(entry, outfile))
}

/**
 * Bundles the worker thread that checks password strength. It replaces the file atomically, because a running program
 * may be reading it.
 */
export async function bundlePasswordWorker() {
  const outfile = path.join(root, '.build/password-worker.js')
  const { outputFiles } = await build({
    ...optionsFor('lib/domain/passwords/password-worker.ts', outfile),
    write: false,
  })
  const contents = outputFiles[0]?.contents ?? new Uint8Array()
  if (isSame(outfile, contents)) return
  mkdirSync(path.dirname(outfile), { recursive: true })
  writeFileSync(`${outfile}.${process.pid}`, contents)
  renameSync(`${outfile}.${process.pid}`, outfile)
}

/**
 * @param {string} file
 * @param {Uint8Array} contents
 */
function isSame(file, contents) {
  try {
    return readFileSync(file).equals(contents)
  } catch {
    return false
  }
}

/**
 * Bundles now and after every change, and calls `onBuilt` after each successful build.
 * @param {string} entry
 * @param {string} outfile
 * @param {() => void} onBuilt
 */
export async function bundleOnChange(entry, outfile, onBuilt) {
  await bundlePasswordWorker()
  const options = optionsFor(entry, outfile)
  /** @type {import('esbuild').Plugin} */
  const notify = {
    name: 'notify',
    setup: (build) => build.onEnd(({ errors }) => (errors.length === 0 ? onBuilt() : undefined)),
  }
  const watching = await context({ ...options, plugins: [...options.plugins, notify] })
  await watching.watch()
}

/**
 * @param {string} entry
 * @param {string} outfile
 * @returns {import('esbuild').BuildOptions & { plugins: import('esbuild').Plugin[] }}
 */
function optionsFor(entry, outfile) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [{ name: 'packages', setup: keepPackagesOutside }],
  }
}

/** @param {import('esbuild').PluginBuild} build */
function keepPackagesOutside(build) {
  // Replaced by an empty module, because `server-only` throws outside React's server build.
  build.onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
  build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
  build.onResolve({ filter: /^[^./@]|^@[^/]/ }, ({ path: name, kind }) =>
    kind === 'entry-point' ? undefined : { path: name, external: true },
  )
}
