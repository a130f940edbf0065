import { createTransport } from 'nodemailer'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { now } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { log } from '@/lib/base/log'
import type { RenderedMail } from '@/lib/domain/mail/render-mail'

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000
/** One mail takes no longer than this, whatever the server does. */
const SEND_MS = 60_000

/** A mail that is ready to go, to one plain address. */
export interface OutgoingMail extends RenderedMail {
  id: string
  to: string
}

/** Sends a mail through SMTP_URL; without one, writes it as a file for whoever runs the server. */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  const { SMTP_URL } = settings()
  await (SMTP_URL === undefined ? writeToFolder(mail) : sendBySmtp(mail, SMTP_URL))
}

/** Whether a failure is about this mail, and every further try of it would fail as well: its recipient was refused for good. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500
}

/** Connects to the server of SMTP_URL and signs in there, without a mail. @throws what it is answered */
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

async function sendBySmtp(mail: OutgoingMail, url: string): Promise<void> {
  const transport = smtpTransport(url)
  try {
    await transport.sendMail({ ...messageOf(mail), signal: AbortSignal.timeout(SEND_MS) })
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
  log().info({ file }, 'there is no SMTP_URL: the mail was written to a file')
}

function messageOf({ id, to, subject, text, html }: OutgoingMail) {
  const { mailFrom, appOrigin } = settings()
  return {
    from: mailFrom,
    // As an object, never as text: text may name several recipients.
    to: { name: '', address: to },
    envelope: { from: mailFrom.address, to: [to] },
    subject,
    text,
    html,
    // A mail that was sent twice, because nobody knows how the first time ended, is seen to be the same.
    messageId: `<${id}@${new URL(appOrigin).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
