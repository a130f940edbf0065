import { chmodSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '@/scripts/test/free-port.mjs'
import { startProxy, type ProxyProgram } from '@/test/support/servers/proxy-program'

const DROPPED = 'options, extra_float_digits, statement_timeout, lock_timeout, idle_in_transaction_session_timeout'

/** PgBouncer, which refuses to run as root. */
const pgbouncer: ProxyProgram = {
  file: process.env['PGBOUNCER_PATH'] ?? '',
  language: 'ini',
  configuration: (block, folder) => {
    chmodSync(folder, 0o755)
    return block
  },
  args: (file) => [...(process.getuid?.() === 0 ? ['-u', 'nobody'] : []), path.resolve(file)],
}

/**
 * Starts two PgBouncers in transaction mode in front of the test’s PostgreSQL: one with defaults, one that ignores
 * unsupported startup parameters.
 */
export async function startPgBouncer(): Promise<{ urls: string[]; stop(): Promise<void> }> {
  const { hostname, port, username, password } = new URL(process.env['TEST_POSTGRES_URL'] ?? '')
  const target = `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}`
  const start = async (more: string) => {
    const [host, own] = ['127.0.0.1', String(await freePort())]
    const settings = [`listen_addr = ${host}`, `listen_port = ${own}`, 'unix_socket_dir =', 'auth_type = any', more]
    const block = `[databases]\n* = ${target}\n[pgbouncer]\npool_mode = transaction\n${settings.join('\n')}\n`
    const { stop } = await startProxy(pgbouncer, `${host}:${own}`, block)
    return { url: `postgresql://latchkey:hunter2@${host}:${own}/postgres`, stop }
  }
  const both = [await start(''), await start(`ignore_startup_parameters = ${DROPPED}`)]
  return {
    urls: both.map(({ url }) => url),
    stop: async () => {
      for (const { stop } of both) await stop()
    },
  }
}
