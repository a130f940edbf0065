import { afterEach, expect, it } from 'vitest'
import { POST as createToken } from '@/app/api/v1/auth/tokens/route'
import { sqliteFileOf } from '@/lib/db/sqlite-file'
import { settledHandle } from '@/lib/db/writing-handle'
import { settings } from '@/lib/env'
import { checkReadiness } from '@/lib/service/readiness'
import { singletons } from '@/lib/singleton'
import { call } from '@/test/support/api'
import { newAccount, newToken } from '@/test/support/factories'

const pragma = (text: string) => settledHandle(sqliteFileOf(settings().databaseUrl))?.pragma(text, { simple: true })

afterEach(() => {
  pragma('query_only = 0')
  pragma('max_page_count = 4294967294')
  singletons.delete('disk')
  singletons.delete('readiness')
})

it.each([
  ['a read-only file', () => pragma('query_only = 1')],
  ['a full disk', () => pragma(`max_page_count = ${Number(pragma('page_count'))}`)],
])('on %s writes are answered 503 and the server is not ready', async (_, restrict) => {
  const account = await newAccount()
  const { key } = await newToken(account, 'device')
  const mint = (index: number) => call(createToken, { key, body: { name: `token ${index} ${'x'.repeat(40)}` } })
  restrict()
  let answer = await mint(0)
  for (let index = 1; answer.status === 201 && index < 45; index += 1) answer = await mint(index)
  expect([answer.status, answer.json.code, answer.headers.get('retry-after')]).toEqual([503, 'store_unavailable', '2'])
  await expect(checkReadiness()).rejects.toMatchObject({ code: 'not_ready' })
})
