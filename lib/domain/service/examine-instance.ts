import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { isSetupOpen } from '@/lib/domain/accounts/registration/is-setup-open'
import { settings } from '@/lib/base/env'
import { tryMailServer } from '@/lib/domain/mail/mail-transport'
import { isFixed } from '@/lib/domain/service/warn-about-node'
import { isClaimed } from '@/lib/domain/service/claim-instance'
import { examineDatabase } from '@/lib/domain/service/examine-database'
import { bad, findingOf, good, notable, type Finding } from '@/lib/domain/service/finding'

/**
 * Examines everything that a server with these settings depends on: the settings themselves, Node.js, the secret, the
 * database, its clock and the mail server. Changes nothing, and can run beside a live server. Calls `tell` before a
 * step that may take long.
 */
export async function examineInstance(tell: (step: string) => void): Promise<Finding[]> {
  const first = [await findingOf('settings', examineSettings), await findingOf('node', examineNode)]
  if (first[0]?.state === 'bad') return first
  const database = await examineDatabase(tell)
  const isThere = database.some(({ check, state }) => check === 'migrations' && state === 'good')
  return [
    ...first,
    await findingOf('secret', () => examineSecret(isThere)),
    ...database,
    ...(isThere ? [await findingOf('setup', examineSetup)] : []),
    await findingOf('mail', examineMail),
  ]
}

async function examineSettings() {
  const { appOrigin, databaseKind, isHttps, TRUSTED_PROXIES } = settings()
  if (isHttps && TRUSTED_PROXIES.length === 0) {
    return notable(
      'APP_URL is https but TRUSTED_PROXIES is not set: all clients share the address and rate limit of your proxy',
    )
  }
  return good(`${databaseKind}, served at ${appOrigin}`)
}

async function examineNode() {
  const { node } = process.versions
  return isFixed(node) ? good(node) : notable(`${node} lacks security fixes; use 22.23.4, 24.22.1, 26.12.1 or newer`)
}

async function examineSecret(isDatabaseThere: boolean) {
  const { LATCHKEY_SECRET, DATA_DIR } = settings()
  const file = path.join(DATA_DIR, 'secret')
  if (LATCHKEY_SECRET === undefined && !existsSync(file)) {
    return isDatabaseThere
      ? bad(`${file} is missing, and LATCHKEY_SECRET is not set`)
      : notable('not created yet; the first start creates it')
  }
  if (isDatabaseThere && !(await isClaimed())) return notable('not tied to the database yet; the first start does that')
  if (LATCHKEY_SECRET !== undefined) return good('LATCHKEY_SECRET matches the database')
  const mode = statSync(file).mode & 0o077
  return mode === 0 ? good(`${file} matches the database`) : notable(`other operating-system users can read ${file}`)
}

async function examineSetup() {
  return (await isSetupOpen()) ? notable('there is no administrator yet') : good('complete')
}

async function examineMail() {
  const { SMTP_URL, DATA_DIR } = settings()
  if (SMTP_URL === undefined) {
    return notable(`SMTP_URL is not set: emails are written to ${path.join(DATA_DIR, 'outbox')}`)
  }
  await tryMailServer(SMTP_URL)
  return good(`connected to ${new URL(SMTP_URL).host}`)
}
