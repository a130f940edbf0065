import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.mjs'

const DEBIAN_FOLDER = '/usr/lib/postgresql'
const ACCOUNT = 'postgres'

/** Returns the folder of the newest installed PostgreSQL server programs, or null. */
export function findPostgres() {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => path.join(DEBIAN_FOLDER, version, 'bin')), ...searchPath()]
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null
}

function searchPath() {
  return (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
}

/**
 * A PostgreSQL server that runs in a scratch folder.
 * @typedef {object} OwnPostgres
 * @property {string} url
 * @property {() => Promise<void>} kill kills the server and all its backends with SIGKILL
 * @property {() => void} start restarts it and waits until it accepts connections
 * @property {() => void} stop stops it for good and removes its folder
 */

/**
 * Starts a PostgreSQL server on a free port, in a scratch folder. PostgreSQL does not run as root, so root runs it as
 * the account that Debian's package created.
 * @param {string} programs the folder of its programs
 * @param {string} [sharedBuffers] the value of its setting `shared_buffers`
 * @param {'on' | 'off'} [fsync] `on` for tests that kill it
 * @returns {Promise<OwnPostgres>}
 */
export async function startPostgres(programs, sharedBuffers = '128MB', fsync = 'off') {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-postgres-'))
  const data = path.join(folder, 'data')
  const log = path.join(folder, 'log')
  const passwordFile = path.join(folder, 'password')
  const password = randomBytes(18).toString('hex')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (isRoot()) for (const place of [folder, passwordFile]) chownSync(place, accountId('-u'), accountId('-g'))

  const run = runner(programs, folder)
  const port = await freePort()
  // Most tests never kill the database, so it does not have to wait for the disk.
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=200 -c fsync=${fsync} -c shared_buffers=${sharedBuffers}`
  const start = () => run('pg_ctl', ['-D', data, '-l', log, '-w', '-t', '60', '-o', settings, 'start'])
  try {
    run('initdb', [
      '-D',
      data,
      '-U',
      ACCOUNT,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
    ])
    start()
  } catch (cause) {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : ''
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start. ${said}`, { cause })
  }
  const stop = () => {
    run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', '-t', '30', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `postgresql://${ACCOUNT}:${password}@127.0.0.1:${port}/postgres`
  const pidFile = path.join(data, 'postmaster.pid')
  const kill = async () => {
    await killFamily(Number(readFileSync(pidFile, 'utf8').split('\n')[0]))
    // Where no process reaps zombies, the next start would take this one’s for a running server.
    for (const lock of [pidFile, path.join(folder, `.s.PGSQL.${port}.lock`)]) rmSync(lock, { force: true })
  }
  return { url, kill, start, stop }
}

/** Kills a process and its children and waits until they have ended. @param {number} parent */
async function killFamily(parent) {
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && statusOf(name, 'PPid') === String(parent),
  )
  const family = [String(parent), ...children]
  // The parent first, so that it starts no more.
  for (const pid of family) process.kill(Number(pid), 'SIGKILL')
  // A process stays as a zombie until its parent has waited for it.
  while (family.some((pid) => !['Z', null].includes(statusOf(pid, 'State')))) await sleep(20)
}

/** Returns a value from Linux's status of a process, up to the first blank; null when the process is gone. @param {string} pid @param {string} name */
function statusOf(pid, name) {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    return new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(text)?.[1] ?? null
  } catch {
    return null
  }
}

/** @param {string} programs @param {string} folder */
function runner(programs, folder) {
  /** @param {string} program @param {string[]} args */
  return (program, args) => {
    const command = [path.join(programs, program), ...args]
    const [file = '', ...rest] = isRoot() ? ['runuser', '-u', ACCOUNT, '--', ...command] : command
    execFileSync(file, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  }
}

function isRoot() {
  return process.getuid?.() === 0
}

/** @param {'-u' | '-g'} which */
function accountId(which) {
  return Number(execFileSync('id', [which, ACCOUNT], { encoding: 'utf8' }))
}
