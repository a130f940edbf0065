import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './free-port.mjs'

const DEBIAN_FOLDER = '/usr/lib/postgresql'
const ACCOUNT = 'postgres'

/** The folder of PostgreSQL's server programs, the newest where there are several; null without any. */
export function findPostgres() {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => path.join(DEBIAN_FOLDER, version, 'bin')), ...searchPath()]
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null
}

function searchPath() {
  return (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
}

/**
 * Starts a PostgreSQL of our own, on a free port, in a scratch folder. It refuses to run as
 * root, so root hands it to the account that Debian's package made.
 * @param {string} programs the folder of its programs
 * @param {string} [sharedBuffers] the memory for its cache, as its setting `shared_buffers` takes it
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startPostgres(programs, sharedBuffers = '128MB') {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-postgres-'))
  const data = path.join(folder, 'data')
  const log = path.join(folder, 'log')
  const passwordFile = path.join(folder, 'password')
  const password = randomBytes(18).toString('hex')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (isRoot()) for (const place of [folder, passwordFile]) chownSync(place, accountId('-u'), accountId('-g'))

  const run = runner(programs, folder)
  const port = await freePort()
  // The tests end this project's processes the hard way, but never the database's: it need not wait for the disk.
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=200 -c fsync=off -c shared_buffers=${sharedBuffers}`
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
    run('pg_ctl', ['-D', data, '-l', log, '-w', '-t', '60', '-o', settings, 'start'])
  } catch (cause) {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : ''
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start. ${said}`, { cause })
  }
  const stop = () => {
    run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', '-t', '30', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgresql://${ACCOUNT}:${password}@127.0.0.1:${port}/postgres`, stop }
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
