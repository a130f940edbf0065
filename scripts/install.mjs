import { existsSync, readFileSync } from 'node:fs'
import { withProgress } from './progress.mjs'
import { runCommand } from './run-command.mjs'

// The build needs the development packages too, whatever NODE_ENV says.
const INSTALL = ['ci', '--include=dev', '--no-audit', '--no-fund']
/** What packages compile when they are installed, where there is no compiled file to fetch. */
const COMPILED = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'

/** Installs exactly what package-lock.json names, unless it is there already. */
export async function ensureInstalled() {
  if (isInstalled() && existsSync(COMPILED)) return
  await withProgress('installing packages, about two minutes the first time', () => runCommand('npm', INSTALL))
}

/** The same without what packages run and compile, which takes the most time and is for `ensureCompiled`. */
export async function ensureUnpacked() {
  if (!isInstalled()) await runCommand('npm', [...INSTALL, '--ignore-scripts'])
}

/** Runs and compiles what packages want to when they are installed. */
export async function ensureCompiled() {
  if (!existsSync(COMPILED)) await runCommand('npm', ['rebuild'])
}

/** Whether npm's own record of what it installed agrees with the lock; packages for other systems are optional. */
function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json')
  const wanted = Object.entries(packagesIn('package-lock.json')).filter(
    ([place, { optional }]) => place !== '' && !optional,
  )
  return wanted.every(([place, { version }]) => installed[place]?.version === version)
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}
