import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { PATIENCE_MS } from '@/test/support/wait-until'

/** An email as a mail server received it. */
export interface ReceivedMail {
  /** The recipients of the SMTP envelope. */
  recipients: readonly string[]
  from: string
  subject: string
  text: string
  html: string
  headers: Readonly<Record<string, string>>
}

/** A real SMTP server that keeps what it receives. */
export interface MailServer {
  url: string
  port: number
  received: ReceivedMail[]
  /** Waits for the first email to an address with a matching subject. */
  mailTo(address: string, subject: RegExp): Promise<ReceivedMail>
  close(): Promise<void>
}

/**
 * Starts a mail server on a free port. It rejects an address that begins with `nobody` permanently, and one with `busy`
 * temporarily.
 */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const arrivals = new EventEmitter()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = address.startsWith('nobody') ? 550 : 451
      const isRefused = /^(nobody|busy)/.test(address)
      done(isRefused ? Object.assign(new Error('Not here'), { responseCode }) : null)
    },
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      void readAll(stream).then(async (source) => {
        received.push(await parse(source, recipients))
        arrivals.emit('mail')
        done()
      }, done)
    },
  })
  server.on('error', () => undefined)
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  const find = (address: string, subject: RegExp) =>
    received.find((mail) => mail.recipients.includes(address) && subject.test(mail.subject))
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    mailTo: async (address, subject) => {
      for (;;) {
        const mail = find(address, subject)
        if (mail !== undefined) return mail
        const signal = AbortSignal.timeout(PATIENCE_MS)
        await once(arrivals, 'mail', { signal }).catch((cause: unknown) => {
          throw new Error(`No mail to ${address} with a subject like ${subject.source}`, { cause })
        })
      }
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Returns the path and the secrets of the only link in an email. */
export function secretsOf({ text }: ReceivedMail): { path: string; secrets: Record<string, string> } {
  const [, path = '', fragment = ''] = /https?:\/\/[^/\s]+(\/[^#\s]*)#(\S+)/.exec(text) ?? []
  return { path, secrets: Object.fromEntries(new URLSearchParams(fragment)) }
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Parses an email in the format in which the server sends and stores it. */
export async function parse(source: Buffer, recipients: readonly string[] = []): Promise<ReceivedMail> {
  const { from, subject = '', text = '', html = '', headers } = await PostalMime.parse(source)
  return {
    recipients,
    from: from?.address ?? '',
    subject,
    text,
    html,
    headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
  }
}
