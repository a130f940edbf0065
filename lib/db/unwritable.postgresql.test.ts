import { expect, it, onTestFinished } from 'vitest'
import { POST as createToken } from '@/app/api/v1/auth/tokens/route'
import { isUnwritable } from '@/lib/db/database-error'
import { transaction } from '@/lib/db/transaction'
import type { AppError } from '@/lib/base/errors/app-error'
import { checkReadiness } from '@/lib/domain/service/readiness'
import { singletons } from '@/lib/base/singleton'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { makeReadOnly } from '@/test/support/database/make-read-only'

it('answers store_unavailable when the disk of PostgreSQL is full', async () => {
  const fail = () =>
    transaction((tx) => tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$`).catch(
      (error: unknown) => error as AppError,
    )
  expect(await fail()).toMatchObject({ code: 'store_unavailable', retryAfterSeconds: 2 })
  // On a busy machine, the transaction itself may start too late.
  await expect.poll(async () => isUnwritable(((await fail()) as AppError).cause)).toBe(true)
})

it('answers writes with 503 and is not ready on a read-only database', { timeout: 60_000 }, async () => {
  const { key } = await newToken(await newAccount(), 'device')
  onTestFinished(() => makeReadOnly(false))
  await makeReadOnly(true)
  // The first requests may still get connections that have just been closed.
  await expect.poll(() => mint().then(({ status }) => status)).toBe(503)
  const { json, headers } = await mint()
  expect([json.code, headers.get('retry-after')]).toEqual(['store_unavailable', '2'])
  singletons.delete('readiness')
  await expect(checkReadiness()).rejects.toMatchObject({ code: 'not_ready' })
  singletons.delete('readiness')

  function mint() {
    return call(createToken, { key, body: { name: 'another' } })
  }
})
