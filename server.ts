import next from 'next'
import { createServer } from 'node:http'
import { deriveSetupCode } from '@/lib/domain/accounts/registration/setup-code'
import { isSetupOpen } from '@/lib/domain/accounts/registration/is-setup-open'
import { closeDatabase } from '@/lib/db/close-database'
import { keepDiskReserve } from '@/lib/db/disk-reserve'
import { isDevelopment, loadDotEnv, requireMode, settings, SettingsError } from '@/lib/base/env'
import { closeSecretReader } from '@/lib/keys/lookup/secret-reader'
import { startHousekeeping } from '@/lib/process/housekeeping/start-housekeeping'
import { instanceSecret } from '@/lib/base/instance-secret'
import { log } from '@/lib/base/log'
import { startBackfills } from '@/lib/process/backfill/start-backfills'
import { startMailDelivery } from '@/lib/process/mail/start-mail-delivery'
import { createHttpServer } from '@/lib/process/http-server'
import { logConsole } from '@/lib/process/patches/log-console'
import { stopGracefully } from '@/lib/process/graceful-stop'
import { prepareDatabase } from '@/lib/process/prepare-database'
import { requestListener } from '@/lib/process/request-listener'
import { warnAboutIssuer } from '@/lib/domain/service/warn-about-issuer'
import { warnAboutNode } from '@/lib/domain/service/warn-about-node'
import { startRecording } from '@/lib/process/start-recording'

/** Writes a line for the person at the terminal. The log is for machines. */
const say = (line: string) => process.stdout.write(`${line}\n`)

async function listen(): Promise<void> {
  const { HOST, PORT } = settings()
  // Next.js would answer upgrades on our server; Node.js alone ignores the header, as it should.
  const httpServer = isDevelopment() ? {} : { httpServer: createServer() }
  const app = next({ dev: isDevelopment(), dir: process.cwd(), hostname: HOST, port: PORT, ...httpServer })
  await app.prepare()
  const server = createHttpServer(requestListener(app.getRequestHandler()))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNotListening(error)))
    server.listen(PORT, HOST, resolve)
  })
  const stopHousekeeping = startHousekeeping()
  const stopBackfills = startBackfills()
  const stopRecording = startRecording()
  const stopMailDelivery = startMailDelivery()
  stopGracefully(server, async () => {
    stopHousekeeping()
    stopBackfills()
    await stopMailDelivery()
    await app.close()
    await stopRecording()
    await closeSecretReader()
    await closeDatabase()
  })
}

/** Tells, until there is an administrator, where to create the first one and which setup code to use. */
async function announceSetup(): Promise<void> {
  if (!(await isSetupOpen())) return
  const { appOrigin, SETUP_CODE } = settings()
  const code = SETUP_CODE === undefined ? deriveSetupCode(instanceSecret()) : 'the value of SETUP_CODE'
  say(`latchkey: create the first administrator at ${appOrigin}/setup`)
  say(`latchkey: setup code: ${code}`)
}

/** Explains why the server cannot listen, and names the setting at fault. */
function whyNotListening(error: NodeJS.ErrnoException): Error {
  const { HOST, PORT } = settings()
  if (error.code === 'EADDRINUSE') return new SettingsError(`PORT ${PORT} is already in use by another program`)
  if (error.code === 'EACCES') {
    return new SettingsError(`PORT ${PORT} cannot be opened: this operating-system user lacks permission`)
  }
  const isNoAddress = error.code === 'EADDRNOTAVAIL' || error.syscall === 'getaddrinfo'
  return isNoAddress ? new SettingsError(`HOST ${HOST} is not an address of this machine`) : error
}

/** Returns one line for the person who started the process. The whole error goes to the log. */
function explain(error: unknown): string {
  const { name, message } = error as Error
  if (name === 'SettingsError') return message
  log().fatal({ err: error }, 'start failed')
  return message.split('\n', 1)[0] ?? ''
}

// Only the operating-system user that runs the server may read the database and the secret.
process.umask(0o077)
process.on('unhandledRejection', (err) => log().error({ err }, 'unhandled rejection'))

try {
  loadDotEnv()
  requireMode()
  settings()
  if (!isDevelopment()) logConsole()
  warnAboutNode()
  warnAboutIssuer()
  const applied = await prepareDatabase()
  if (applied.length > 0) say(`latchkey: database (${settings().databaseKind}) migrated: ${applied.join(', ')}`)
  await keepDiskReserve()
  await announceSetup()
  await listen()
  say(`latchkey: ready on ${settings().appOrigin}`)
} catch (error) {
  process.stderr.write(`latchkey: ${explain(error)}\n`)
  process.exit(1)
}
