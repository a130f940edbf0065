import { existsSync } from 'node:fs'
import { findPostgres } from './postgres-server.mjs'
import { runStep } from './run-step.mjs'

const CHROMIUM = '/usr/bin/chromium'

/** The browser for the tests: CHROMIUM_PATH, or Debian's; null without either. */
export function findChromium() {
  const file = process.env['CHROMIUM_PATH'] || CHROMIUM
  return existsSync(file) ? file : null
}

/** The packages of Debian that a run for `wanted` lacks. @param {{ postgres: boolean, chromium: boolean }} wanted */
export function missingPackages({ postgres, chromium }) {
  const hasServer = (process.env['TEST_POSTGRES_URL'] ?? '') !== '' || findPostgres() !== null
  return [
    ...(postgres && !hasServer ? ['postgresql'] : []),
    ...(chromium && findChromium() === null ? ['chromium'] : []),
  ]
}

/** Whether packages can be installed here without asking anybody: as root, on Debian. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

/** @param {readonly string[]} packages @returns {Promise<boolean>} */
export async function installPackages(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages]
  return (await runStep(['apt-get', 'update', '-q'], { env })) && runStep(install, { env })
}
