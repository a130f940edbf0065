import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tryMailServer } from '@/lib/domain/mail/mail-transport'
import { secretsOf, startMailServer, type MailServer } from '@/test/support/servers/mail-server'
import { remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'
import { startTcpProxy, type TcpProxy } from '@/test/support/servers/tcp-proxy'

let mail: MailServer
let line: TcpProxy
let server: ServerProcess
let api: RemoteApi
let ada: Person

beforeAll(async () => {
  mail = await startMailServer()
  line = await startTcpProxy('127.0.0.1', mail.port)
  server = await startServer({ env: { SMTP_URL: `smtp://127.0.0.1:${line.port}` } })
  api = remoteApi(server.origin)
  ada = await api.newPerson('ada')
  const { secrets } = secretsOf(await mail.mailTo('ada@example.com', /Confirm/))
  await api.post('/api/v1/auth/verify-email', secrets)
  line.set('frozen')
})
afterAll(async () => {
  await server.stop('SIGINT')
  await line.close()
  await mail.close()
})

/**
 * Runs `work` alongside an attempt to reach the mail server, and fails if that attempt gives up first. The server’s own
 * attempts take as long, so an answer that waits for one comes later.
 */
async function withoutWaiting<T>(work: () => Promise<T>): Promise<T> {
  const gaveUp = tryMailServer(`smtp://127.0.0.1:${line.port}`).then(
    () => Promise.reject(new Error('The mail server answered')),
    () => Promise.reject(new Error('The work took as long as an attempt to reach the mail server')),
  )
  return Promise.race([work(), gaveUp])
}

const askReset = (email: string) => api.post('/api/v1/auth/password/reset', { email })
const asBrowser = () => ({ cookie: ada.cookie, origin: server.origin })

const PAGES = [
  '/login',
  '/register',
  '/forgot-password',
  '/reset-password',
  '/verify-email',
  '/settings/tokens',
  '/settings/devices',
  '/settings/security',
  '/settings/profile',
  '/docs/api',
]

describe('while the mail server accepts connections but stays silent', () => {
  it('a password reset request is answered at once and identically, whether the account exists or not', async () => {
    const answers = await withoutWaiting(async () => [
      await askReset('ada@example.com'),
      await askReset('nobody-here@example.com'),
    ])
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [202, ''],
      [202, ''],
    ])
  })

  it('actions that email the account’s owner complete at once', async () => {
    const statuses = await withoutWaiting(async () => {
      const { key, id } = await api.createToken(ada.deviceKey, 'made-meanwhile')
      const live = await api.verify(key)
      await api.revoke(ada.deviceKey, id)
      return [live.status, (await api.verify(key)).status, (await api.signIn('login', 'ada')).status]
    })
    expect(statuses).toEqual([200, 401, 200])
  })

  it.each(PAGES)('%s loads at once', async (page) => {
    const { status } = await withoutWaiting(() => api.get(page, asBrowser()))
    expect(status).toBe(page === '/login' || page === '/register' ? 307 : 200)
  })

  it('unsent email is delivered when the mail server responds again', async () => {
    const waiting = [/^Reset your password$/, /^New token created$/]
    const areHere = () => waiting.map((subject) => mail.received.some((one) => subject.test(one.subject)))
    expect(areHere()).toEqual([false, false])
    line.set('open')
    for (const subject of waiting) await mail.mailTo('ada@example.com', subject)
    expect(mail.received.map(({ subject }) => subject).toSorted()).toEqual([
      'Confirm your email address',
      'New token created',
      'Reset your password',
    ])
  })
})
