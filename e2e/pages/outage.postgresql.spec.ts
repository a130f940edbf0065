import { registerAccount, signIn } from '@/e2e/support/accounts'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { createMigratedPostgresql } from '@/test/support/servers/quick-starts'
import type { ScratchDatabase } from '@/test/support/database/postgres'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'
import { startTcpProxy, type TcpProxy } from '@/test/support/servers/tcp-proxy'
import { waitUntil } from '@/test/support/wait-until'

let database: ScratchDatabase
let line: TcpProxy
let server: ServerProcess

test.beforeAll(async () => {
  database = await createMigratedPostgresql()
  const url = new URL(database.url)
  line = await startTcpProxy(url.hostname, Number(url.port))
  url.host = `127.0.0.1:${line.port}`
  server = await startServer({ databaseUrl: url.href, env: { LOG_LEVEL: 'warn' } })
})
test.afterAll(async () => {
  await server.stop()
  await line.close()
  await database.drop()
})

test('pages explain a database outage and recover with Try again', async ({ page, pageErrors, playwright }) => {
  const request = await playwright.request.newContext({ baseURL: server.origin })
  await signIn(page.context(), server.origin, await registerAccount(request))
  for (const [path, heading] of [
    ['/settings/security', 'Security'],
    ['/settings/devices', 'Devices'],
  ] as const) {
    line.set('cut')
    const answer = await page.goto(`${server.origin}${path}`)
    expect([answer?.status(), answer?.headers()['retry-after']]).toEqual([503, '2'])
    await expect(page.getByRole('heading', { name: 'Temporarily unavailable' })).toBeVisible()
    await expect(page.getByText('Nothing is lost; try again shortly.')).toBeVisible()
    await expectFit(page, `outage${path.replaceAll('/', '-')}`)
    line.set('open')
    await waitUntil(
      async () => (await request.get('/api/health/ready')).ok(),
      () => 'readiness',
    )
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
  expect(pageErrors.splice(0)).not.toEqual([])
})
