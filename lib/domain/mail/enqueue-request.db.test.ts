import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { runWithRequestContext, requestContext } from '@/lib/base/request-context'
import { database } from '@/lib/db/client'
import { enqueueRequest } from '@/lib/domain/mail/enqueue-request'
import { unsealEntry } from '@/lib/domain/mail/outbox-payload'
import { watchStatements } from '@/test/support/database/watch-statements'

const request = (name: string, address = '192.0.2.1') =>
  runWithRequestContext({ ...requestContext(), address }, () => enqueueRequest('reset_asked', `${name}@example.com`))

const stored = async () => {
  const entries = await database().outboxMail.findMany()
  return entries.map(({ payload }) => unsealEntry(payload)).map((entry) => ('email' in entry ? entry : null))
}

afterEach(() => vi.restoreAllMocks())

it('writes concurrent requests with one statement, each with its own origin', async () => {
  const statements = await watchStatements()
  await Promise.all([request('maya', '192.0.2.1'), request('ada', '192.0.2.2'), request('maya', '192.0.2.3')])
  expect(statements.filter((kind) => kind === 'INSERT')).toHaveLength(1)
  expect((await stored()).map((entry) => [entry?.email, entry?.origin.address]).toSorted()).toEqual([
    ['ada@example.com', '192.0.2.2'],
    ['maya@example.com', '192.0.2.1'],
    ['maya@example.com', '192.0.2.3'],
  ])
})

it('writes at most 100 requests with one statement', async () => {
  const statements = await watchStatements()
  await Promise.all(Array.from({ length: 201 }, (_, index) => request(`name-${index}`)))
  expect(await stored()).toHaveLength(201)
  expect(statements.filter((kind) => kind === 'INSERT')).toHaveLength(3)
})

it('rejects every request of a group that cannot be written, and none after it', async () => {
  await database().$executeRaw`ALTER TABLE outbox_mail RENAME TO outbox_gone`
  let isGone = true
  const restore = async () => {
    if (isGone) await database().$executeRaw`ALTER TABLE outbox_gone RENAME TO outbox_mail`
    isGone = false
  }
  onTestFinished(restore)
  const outcomes = await Promise.allSettled([request('maya'), request('ada')])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await restore()
  await request('maya')
  expect(await stored()).toHaveLength(1)
})
