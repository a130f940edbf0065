import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { runWithRequestContext, requestContext } from '@/lib/base/request-context'
import { database } from '@/lib/db/client'
import { enqueueRequest } from '@/lib/domain/mail/enqueue-request'
import { unsealEntry } from '@/lib/domain/mail/outbox-payload'
import { watchStatements } from '@/test/support/watch-statements'

const request = (name: string, address = '192.0.2.1') =>
  runWithRequestContext({ ...requestContext(), address }, () => enqueueRequest('reset_asked', `${name}@example.com`))

const stored = async () => {
  const entries = await database().outboxMail.findMany()
  return entries.map(({ payload }) => unsealEntry(payload)).map((entry) => ('email' in entry ? entry : null))
}

afterEach(() => vi.restoreAllMocks())

it('requests that arrive together are written by one statement, each with its own origin', async () => {
  const statements = await watchStatements()
  await Promise.all([request('maya', '192.0.2.1'), request('ada', '192.0.2.2'), request('maya', '192.0.2.3')])
  expect(statements.filter((kind) => kind === 'INSERT')).toHaveLength(1)
  expect((await stored()).map((entry) => [entry?.email, entry?.origin.address]).toSorted()).toEqual([
    ['ada@example.com', '192.0.2.2'],
    ['maya@example.com', '192.0.2.1'],
    ['maya@example.com', '192.0.2.3'],
  ])
})

it('at most 100 are written together', async () => {
  const statements = await watchStatements()
  await Promise.all(Array.from({ length: 201 }, (_, index) => request(`name-${index}`)))
  expect(await stored()).toHaveLength(201)
  expect(statements.filter((kind) => kind === 'INSERT')).toHaveLength(3)
})

it('a failure to write reaches every request of the group, and none after it', async () => {
  const rename = (from: string, to: string) => database().$executeRawUnsafe(`ALTER TABLE ${from} RENAME TO ${to}`)
  await rename('outbox_mail', 'outbox_gone')
  let isGone = true
  const restore = async () => {
    if (isGone) await rename('outbox_gone', 'outbox_mail')
    isGone = false
  }
  onTestFinished(restore)
  const outcomes = await Promise.allSettled([request('maya'), request('ada')])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await restore()
  await request('maya')
  expect(await stored()).toHaveLength(1)
})
