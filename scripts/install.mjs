import { existsSync, readFileSync } from 'node:fs'
import { withProgress } from './progress.mjs'
import { runCommand } from './run-command.mjs'

/** Installs exactly what package-lock.json names, unless it is there already. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await withProgress('installing packages, about two minutes the first time', () =>
    // The build needs the development packages too, whatever NODE_ENV says.
    runCommand('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']),
  )
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
