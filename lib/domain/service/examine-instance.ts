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
    return notable('APP_URL is https, so a proxy stands before: unless TRUSTED_PROXIES names it, all share its address')
  }
  return good(`${databaseKind}, reached at ${appOrigin}`)
}

async function examineNode() {
  const { node } = process.versions
  return isFixed(node) ? good(node) : notable(`${node} lacks security fixes: 22.23.4, 24.22.1 or 26.12.1 have them`)
}

async function examineSecret(isDatabaseThere: boolean) {
  const { LATCHKEY_SECRET, DATA_DIR } = settings()
  const file = path.join(DATA_DIR, 'secret')
  if (LATCHKEY_SECRET === undefined && !existsSync(file)) {
    return isDatabaseThere
      ? bad(`${file} is missing, and LATCHKEY_SECRET is not set`)
      : notable('made by the first start')
  }
  if (isDatabaseThere && !(await isClaimed())) return notable('tied to the database by the first start')
  if (LATCHKEY_SECRET !== undefined) return good('LATCHKEY_SECRET is that of the database')
  const mode = statSync(file).mode & 0o077
  return mode === 0 ? good(`${file} is that of the database`) : notable(`${file} can be read by other accounts`)
}

async function examineSetup() {
  return (await isSetupOpen()) ? notable('there is no administrator yet') : good('done')
}

async function examineMail() {
  const { SMTP_URL, DATA_DIR } = settings()
  if (SMTP_URL === undefined) return notable(`no SMTP_URL: mails are files in ${path.join(DATA_DIR, 'outbox')}`)
  await tryMailServer(SMTP_URL)
  return good(`${new URL(SMTP_URL).host} takes mails`)
}
