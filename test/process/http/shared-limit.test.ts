import Database from 'better-sqlite3'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PASSWORD, remoteApi, type RemoteApi } from '@/test/support/servers/remote-api'
import type { ServerProcess } from '@/test/support/servers/server-process'
import { startForTest } from '@/test/support/servers/start-for-test'
import { waitUntil } from '@/test/support/wait-until'

const register = (api: RemoteApi, username: string, email: string) =>
  api.post('/api/v1/auth/register', { username, email, password: PASSWORD, confirm_password: PASSWORD })
const askReset = (api: RemoteApi, email: string) => api.post('/api/v1/auth/password/reset', { email })

/** Waits until the outbox is empty. */
async function untilDelivered({ dataDir }: ServerProcess): Promise<void> {
  const database = new Database(path.join(dataDir, 'latchkey.db'), { readonly: true })
  const waiting = database.prepare('SELECT count(*) FROM outbox_mail').pluck()
  await waitUntil(
    () => waiting.get() === 0,
    () => 'an empty outbox',
  )
  database.close()
}

// Mail delivery belongs to the server bundle and registration to Next’s routes. Both count against the limit of emails
// for one account, and whichever runs first creates its counter.
describe.each(['delivery', 'registration'] as const)('when %s counts an account’s emails first', (first) => {
  it('an exhausted limit drops the email without revealing which address has an account', async () => {
    const server = await startForTest({ env: { REQUIRE_EMAIL_VERIFICATION: 'true' } })
    const api = remoteApi(server.origin)
    const [known, unknown] = ['ada@example.com', 'nobody@example.com']
    expect((await register(api, 'ada', known)).status).toBe(202)
    if (first === 'registration') expect((await register(api, 'first', known)).status).toBe(202)
    for (let sent = 0; sent < 4; sent += 1) {
      const answers = [await askReset(api, known), await askReset(api, unknown)]
      expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [202, '']))
    }
    await untilDelivered(server)
    const answers = [await register(api, 'second', known), await register(api, 'third', unknown)]
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [202, '']))
    expect(server.stdout()).not.toMatch(/"level":"error"|could not be sent/)
  })
})
