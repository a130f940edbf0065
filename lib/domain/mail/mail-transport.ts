import { createTransport } from 'nodemailer'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { now } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { log } from '@/lib/base/log'
import type { RenderedMail } from '@/lib/domain/mail/render-mail'

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000
/** The longest that sending one email may take, whatever the mail server does. */
const SEND_MS = 60_000

/** An email that is ready to send, to one plain address. */
export interface OutgoingMail extends RenderedMail {
  id: string
  to: string
}

/** Sends an email through SMTP_URL; without one, writes it to a file for the operator. Gives up after `patienceMs`. */
export async function sendMail(mail: OutgoingMail, patienceMs = SEND_MS): Promise<void> {
  const { SMTP_URL } = settings()
  await (SMTP_URL === undefined ? writeToFolder(mail) : sendBySmtp(mail, SMTP_URL, patienceMs))
}

/** Whether the mail server rejected the recipient permanently, so that every retry of this email would fail too. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500
}

/** Connects to the mail server at `url` and signs in, without sending an email. @throws the error of that attempt */
export async function tryMailServer(url: string): Promise<void> {
  const transport = smtpTransport(url)
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}

function smtpTransport(url: string) {
  return createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  })
}

async function sendBySmtp(mail: OutgoingMail, url: string, patienceMs: number): Promise<void> {
  const transport = smtpTransport(url)
  try {
    await transport.sendMail({ ...messageOf(mail), signal: AbortSignal.timeout(patienceMs) })
  } finally {
    transport.close()
  }
}

async function writeToFolder(mail: OutgoingMail): Promise<void> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await composer.sendMail(messageOf(mail))
  const folder = path.join(settings().DATA_DIR, 'outbox')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = path.join(
    folder,
    `${now()
      .toISOString()
      .replaceAll(/[-:]|\.\d+/g, '')}-${mail.id}.eml`,
  )
  await writeFile(file, message as Buffer, { mode: 0o600 })
  log().info({ file }, 'SMTP_URL is not set: email written to a file')
}

function messageOf({ id, to, subject, text, html }: OutgoingMail) {
  const { mailFrom, appOrigin } = settings()
  return {
    from: mailFrom,
    // An object, never a string: a string can name several recipients.
    to: { name: '', address: to },
    envelope: { from: mailFrom.address, to: [to] },
    subject,
    text,
    html,
    // An email is sent again when the outcome of the first attempt is unknown: the same id exposes the duplicate.
    messageId: `<${id}@${new URL(appOrigin).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
