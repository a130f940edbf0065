import { afterEach, expect, it } from 'vitest'
import { POST as createToken } from '@/app/api/v1/auth/tokens/route'
import { database } from '@/lib/db/client'
import { checkReadiness } from '@/lib/domain/service/readiness'
import { singletons } from '@/lib/base/singleton'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { withSettings } from '@/test/support/with-settings'

afterEach(async () => {
  await database().$executeRaw`PRAGMA query_only = off`
  await database().$queryRaw`PRAGMA max_page_count = 4294967294`
  singletons.delete('disk')
  singletons.delete('readiness')
})

it.each([
  ['a read-only file', () => database().$executeRaw`PRAGMA query_only = on`],
  // SQLite never sets it below the number of existing pages.
  ['a full disk', () => database().$queryRaw`PRAGMA max_page_count = 1`],
])('answers writes with 503 and is not ready on %s', async (_, restrict) => {
  withSettings({ TOKENS_PER_USER: '1000' })
  const account = await newAccount()
  const { key } = await newToken(account, 'device')
  const mint = (index: number) => call(createToken, { key, body: { name: `token ${index} ${'x'.repeat(40)}` } })
  // Removes free pages of earlier tests, so that none is left to write to.
  await database().$executeRaw`VACUUM`
  await restrict()
  let answer = await mint(0)
  for (let index = 1; answer.status === 201 && index < 1000; index += 1) answer = await mint(index)
  expect([answer.status, answer.json.code, answer.headers.get('retry-after')]).toEqual([503, 'store_unavailable', '2'])
  await expect(checkReadiness()).rejects.toMatchObject({ code: 'not_ready' })
})
