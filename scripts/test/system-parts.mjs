import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { findPostgres } from './postgres-server.mjs'
import { runStep } from './run-step.mjs'

const PYTHON = '/usr/lib/python3/dist-packages'

/**
 * The system's programs and libraries that tests and benchmarks use: where Debian installs them, and the setting that
 * names another place.
 */
const PROGRAMS = {
  chromium: { file: '/usr/bin/chromium', setting: 'CHROMIUM_PATH', package: 'chromium' },
  headless: {
    file: '/usr/bin/chromium-headless-shell',
    setting: 'CHROMIUM_HEADLESS_PATH',
    package: 'chromium-headless-shell',
  },
  nginx: { file: '/usr/sbin/nginx', setting: 'NGINX_PATH', package: 'nginx-light' },
  caddy: { file: '/usr/bin/caddy', setting: 'CADDY_PATH', package: 'caddy' },
  pgbouncer: { file: '/usr/sbin/pgbouncer', setting: 'PGBOUNCER_PATH', package: 'pgbouncer' },
  pyjwt: { file: `${PYTHON}/jwt/__init__.py`, setting: 'PYJWT_PATH', package: 'python3-jwt' },
  authlib: { file: `${PYTHON}/authlib/__init__.py`, setting: 'AUTHLIB_PATH', package: 'python3-authlib' },
  wrk: { file: '/usr/bin/wrk', setting: 'WRK_PATH', package: 'wrk' },
}

/** @typedef {keyof typeof PROGRAMS} ProgramName */

/** Returns the setting that names the place of a program. @param {ProgramName} name */
export function settingOf(name) {
  return PROGRAMS[name].setting
}

/** Returns the path of a program, from its setting or from Debian; null if it is missing. @param {ProgramName} name */
export function findProgram(name) {
  const { file, setting } = PROGRAMS[name]
  const chosen = process.env[setting] || file
  return existsSync(chosen) ? chosen : null
}

/** Returns the Debian packages that are wanted but not installed. @param {readonly (ProgramName | 'postgres')[]} wanted */
export function missingPackages(wanted) {
  const hasServer = (process.env['TEST_POSTGRES_URL'] ?? '') !== '' || findPostgres() !== null
  return wanted.flatMap((name) => {
    if (name === 'postgres') return hasServer ? [] : ['postgresql']
    return findProgram(name) === null ? [PROGRAMS[name].package] : []
  })
}

/** Whether packages can be installed without asking: as root, on Debian. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

// Debian asks this program whether a package may start its service (invoke-rc.d); exit code 101 forbids it.
const POLICY = '/usr/sbin/policy-rc.d'

/** Installs Debian packages without starting their services. @param {readonly string[]} packages @returns {Promise<boolean>} */
export async function installPackages(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages]
  const isOurPolicy = !existsSync(POLICY)
  if (isOurPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    return (await runStep(['apt-get', 'update', '-q'], { env })) && (await runStep(install, { env }))
  } finally {
    if (isOurPolicy) rmSync(POLICY)
  }
}
