import { beforeEach, describe, expect, it } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { database } from '@/lib/db/client'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import { transaction } from '@/lib/db/transaction'
import { generateKey } from '@/lib/keys/token-key'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { gateRoute, verify } from '@/test/support/requests/gate-route'
import { withSettings } from '@/test/support/with-settings'

const TOKEN = 'of-the-collector-alone'
const route = gateRoute('/api/metrics')
const asCollector = { headers: { authorization: `Bearer ${TOKEN}` } }

/** Returns the current value of a series, or 0 if the series does not exist yet. */
async function numberOf(series: string): Promise<number> {
  const response = await route(new Request('http://localhost/api/metrics', asCollector))
  const line = (await response.text()).split('\n').find((one) => one.startsWith(`${series} `))
  return Number(line?.split(' ').at(-1) ?? 0)
}

/** Returns by how much `work` increased a series. */
async function added(series: string, work: () => Promise<unknown>): Promise<number> {
  const before = await numberOf(series)
  await work()
  return (await numberOf(series)) - before
}

beforeEach(newInstance)

describe('the metrics', () => {
  it('require METRICS_TOKEN, and do not exist without that setting', async () => {
    expect(await call(route, asCollector)).toMatchObject({ status: 404, json: { code: 'not_found' } })
    withSettings({ METRICS_TOKEN: TOKEN })
    const shown = (authorization: string) => call(route, { headers: { authorization } })
    expect((await call(route)).json.code).toBe('token_missing')
    for (const wrong of ['Bearer', `Bearer ${TOKEN}x`, `Token ${TOKEN}`, `Basic ${TOKEN}`, `Bearer x ${TOKEN}`]) {
      expect(await shown(wrong)).toMatchObject({ status: 401, json: { code: 'token_unknown' } })
    }
    expect((await call(route, { ...asCollector, method: 'POST' })).status).toBe(405)
    const response = await route(new Request('http://localhost/api/metrics', asCollector))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; /)])
  }) // prettier-ignore

  it('count verifications by outcome, with their duration', async () => {
    withSettings({ METRICS_TOKEN: TOKEN })
    const account = await newAccount()
    const live = await newToken(account, 'personal')
    const dead = await newToken(account, 'personal')
    await database().token.update({ where: { id: dead.id }, data: { revokedAt: new Date() } })
    const verifications = (answer: string) => `latchkey_verifications_total{answer="${answer}"}`
    expect(await added(verifications('ok'), () => call(verify, { key: live.key }))).toBe(1)
    expect(await added(verifications('token_revoked'), () => call(verify, { key: dead.key }))).toBe(1)
    const unknown = () => call(verify, { key: generateKey('personal') })
    expect(await added(verifications('token_unknown'), unknown)).toBe(1)
    const ofRoute = 'route="/api/v1/auth/verify",method="GET",status="4xx"'
    expect(await added(`latchkey_http_request_duration_seconds_count{${ofRoute}}`, unknown)).toBe(1)
    const all = `latchkey_http_request_duration_seconds_bucket{le="+Inf",${ofRoute}}`
    expect(await numberOf(all)).toBe(await numberOf(`latchkey_http_request_duration_seconds_count{${ofRoute}}`))
  })

  it('count sign-ins, password failures by reason, audit rows, rejections, queued emails and uses', async () => {
    withSettings({ METRICS_TOKEN: TOKEN })
    const account = await newAccount({ username: 'maya' })
    const signIn = (username: string, password: string) => () => call(login, { body: { username, password } })
    expect(await added('latchkey_sign_ins_total{kind="device"}', signIn('maya', PASSWORD))).toBe(1)
    expect(await added('latchkey_audit_rows_total{action="device.signed_in"}', signIn('maya', PASSWORD))).toBe(1)
    const failures = (reason: string) => `latchkey_password_failures_total{reason="${reason}"}`
    expect(await added(failures('wrong_password'), signIn('maya', 'wrong'))).toBe(1)
    expect(await added(failures('unknown_account'), signIn('nobody', 'wrong'))).toBe(1)
    expect(await added('latchkey_errors_total{code="credentials_invalid"}', signIn('nobody', 'wrong'))).toBe(1)
    await database().user.update({ where: { id: account.id }, data: { failedSignIns: 50, signInsAllowed: 10 } })
    expect(await added(failures('locked'), signIn('maya', PASSWORD))).toBe(1)
    withSettings({ ADDRESS_LIMIT_PER_MINUTE: '1' })
    await signIn('nobody', 'wrong')()
    expect(await added('latchkey_rate_limit_refusals_total{limit="address"}', signIn('nobody', 'wrong'))).toBe(1)
    const outbox = 'latchkey_outbox_mails'
    const data = { username: 'maya', token: 'ci' }
    const mail = { kind: 'token_created' as const, to: 'maya@example.com', userId: account.id, data }
    expect(await added(outbox, () => transaction((tx) => enqueueMail(tx, mail)))).toBe(1)
    expect(await numberOf('latchkey_ready')).toBe(1)
    expect(await numberOf('latchkey_use_ledger_tokens')).toBeGreaterThanOrEqual(0)
  })

  it('contain no secrets and no names, and gain no series from unknown HTTP methods', async () => {
    withSettings({ METRICS_TOKEN: TOKEN })
    const account = await newAccount({ username: 'maya' })
    const { id, key } = await newToken(account, 'personal')
    const shown = async () => (await route(new Request('http://localhost/api/metrics', asCollector))).text()
    await call(verify, { key, path: `/api/v1/auth/verify?token=${key}` })
    await call(login, { body: { username: 'maya', password: 'wrong-password' } })
    await call(verify, { key, method: 'PROPFIND' })
    const before = await shown()
    for (const method of ['LOCK', 'SEARCH', 'MKCOL']) await call(verify, { key, method })
    const text = await shown()
    for (const secret of [id, key, account.id, 'maya', '192.0.2.1', TOKEN, 'wrong-password']) {
      expect(text).not.toContain(secret)
    }
    const series = (metrics: string) => metrics.split('\n').filter((line) => line.startsWith('latchkey_')).length
    expect(series(text)).toBe(series(before))
  })
})
