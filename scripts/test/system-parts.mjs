import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { findPostgres } from './postgres-server.mjs'
import { runStep } from './run-step.mjs'

const PYTHON = '/usr/lib/python3/dist-packages'

/**
 * Programs and libraries of the system that tests and measurements use: where Debian puts them, and the
 * setting that names another place.
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

/** The setting that names where a program is. @param {ProgramName} name */
export function settingOf(name) {
  return PROGRAMS[name].setting
}

/** A program: the one that its setting names, or Debian's; null without either. @param {ProgramName} name */
export function findProgram(name) {
  const { file, setting } = PROGRAMS[name]
  const chosen = process.env[setting] || file
  return existsSync(chosen) ? chosen : null
}

/** The packages of Debian that are wanted and not there. @param {readonly (ProgramName | 'postgres')[]} wanted */
export function missingPackages(wanted) {
  const hasServer = (process.env['TEST_POSTGRES_URL'] ?? '') !== '' || findPostgres() !== null
  return wanted.flatMap((name) => {
    if (name === 'postgres') return hasServer ? [] : ['postgresql']
    return findProgram(name) === null ? [PROGRAMS[name].package] : []
  })
}

/** Whether packages can be installed here without asking anybody: as root, on Debian. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

// Debian asks this program before a package starts its service (invoke-rc.d); 101 is no.
const POLICY = '/usr/sbin/policy-rc.d'

/** Installs packages of Debian; none of them starts a service. @param {readonly string[]} packages @returns {Promise<boolean>} */
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
