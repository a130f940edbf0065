import { existsSync, readFileSync } from 'node:fs'
import { withProgress } from './progress.mjs'
import { runCommand } from './run-command.mjs'

// The build needs the development dependencies too, whatever NODE_ENV is.
const INSTALL = ['ci', '--include=dev', '--no-audit', '--no-fund']
/** The native module that npm compiles during installation, unless it can download a prebuilt one. */
const COMPILED = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'

/** Installs exactly what package-lock.json lists, unless it is already installed. */
export async function ensureInstalled() {
  if (isInstalled() && isCompiled()) return
  await withProgress('installing packages (about two minutes the first time)', () => runCommand('npm', INSTALL))
}

/** Installs the same without running install scripts, which take the most time and are left to `ensureCompiled`. */
export async function ensureUnpacked() {
  if (!isInstalled()) await runCommand('npm', [...INSTALL, '--ignore-scripts'])
}

/** Runs the install scripts, unless they have already compiled the native module. */
export async function ensureCompiled() {
  if (!isCompiled()) await runCommand('npm', ['rebuild'])
}

/** Whether the native module is there. */
export function isCompiled() {
  return existsSync(COMPILED)
}

/**
 * Whether npm's own record of installed packages matches the lockfile. It ignores optional packages, which may be for
 * other systems.
 */
export function isInstalled() {
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
