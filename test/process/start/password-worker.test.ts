import { expect, it } from 'vitest'
import { processorSeconds } from '@/test/support/processor-time'
import { remoteApi } from '@/test/support/servers/remote-api'
import { startForTest } from '@/test/support/servers/start-for-test'

// Strong enough, but takes the estimator some hundred milliseconds.
const HARD_TO_JUDGE = 'p@$$w0rd1p@$$w0rd1p@$$w0rd1p@$$w0rd1p@$$'

/** Returns how long the event loop’s thread was busy, in seconds. The id of the first thread is the process id. */
const eventLoopSeconds = (pid: number) => processorSeconds(pid, pid)

it('passwords are rated off the event loop', async () => {
  const server = await startForTest({ env: { TRUSTED_PROXIES: '127.0.0.1', BCRYPT_COST: '10' } })
  const { post } = remoteApi(server.origin)
  const register = (index: number) => {
    const body = { username: `u${index}`, email: `u${index}@example.com`, password: HARD_TO_JUDGE }
    const from = { 'x-forwarded-for': `198.51.100.${index}` }
    return post('/api/v1/auth/register', { ...body, confirm_password: HARD_TO_JUDGE }, from)
  }
  await register(0)
  const before = [processorSeconds(server.pid), eventLoopSeconds(server.pid)] as const
  const answers = await Promise.all(Array.from({ length: 3 }, (_, index) => register(index + 1)))
  const [all, eventLoop] = [processorSeconds(server.pid) - before[0], eventLoopSeconds(server.pid) - before[1]]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  expect(all).toBeGreaterThan(0.2)
  expect(eventLoop).toBeLessThan(all / 2)
})
