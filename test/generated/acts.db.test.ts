import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import type { AuditEvent } from '@/lib/db/generated/sqlite/client'
import { WHENCE, type Outcome, type ReadyAct, type Told } from '@/test/support/acts/act'
import { acts } from '@/test/support/acts/acts'
import { everythingKept } from '@/test/support/requests/everything-kept'
import { newInstance, PASSWORD } from '@/test/support/factories'
import { whileRefused, type Refusal } from '@/test/support/acts/refused-writes'
import { tokenActs } from '@/test/support/acts/token-acts'
import { NEW_PASSWORD } from '@/test/support/requests/valid-input'
import { withSettings } from '@/test/support/with-settings'

const all = Object.entries(acts).flatMap(([action, doors]) =>
  Object.entries(doors).map(([door, prepare]) => [action, door, prepare] as const),
)

const trail = async () => database().auditEvent.findMany({ orderBy: { id: 'asc' } })

async function trailSince(before: readonly AuditEvent[]) {
  const known = new Set(before.map(({ id }) => id))
  return (await trail()).filter(({ id }) => !known.has(id))
}

const nameOf = ({ action, targetId }: { action: string; targetId: string }) => `${action} ${targetId}`

const sorted = <T extends { action: string; targetId: string }>(rows: readonly T[]) =>
  rows.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NOWHERE = { address: null, userAgent: null, requestId: expect.stringMatching(UUID) as string }

/** Returns the row that the audit log must contain. */
const rowOf = (told: Told, { isAsked }: ReadyAct) => ({
  ...told,
  ...(isAsked ? WHENCE : NOWHERE),
  id: expect.stringMatching(UUID) as string,
  occurredAt: expect.any(Date) as Date,
})

// Matches secrets in audit details. Keys and link codes are longer than any hyphen-separated part of an id.
const SECRET = new RegExp(`[0-9A-Za-z]{30}|lk[pdsr]_|${PASSWORD}|${NEW_PASSWORD}`)

/** Performs an act that the database rejects. Expects a 500 response, or an exception when no request is involved. */
async function expectRefused({ perform, status }: ReadyAct): Promise<void> {
  if (status === null) return expect(perform()).rejects.toThrow()
  const outcome: Outcome = await perform()
  expect(outcome, outcome.text).toMatchObject({ status: 500, json: { code: 'internal' } })
}

async function expectNothingLeft(ready: ReadyAct, refusal: Refusal): Promise<void> {
  const [kept, told] = [await everythingKept(database()), await trail()]
  await whileRefused(refusal, () => expectRefused(ready))
  expect(await everythingKept(database()), refusal).toEqual(kept)
  const left = (await trailSince(told)).map(({ action }) => action)
  expect(left, refusal).toEqual(refusal === 'change' ? (ready.standing ?? []) : [])
}

async function expectDone(ready: ReadyAct): Promise<AuditEvent[]> {
  const [kept, told, from] = [await everythingKept(database()), await trail(), now()]
  const { status, json, text } = await ready.perform()
  const until = now()
  expect(status, text).toBe(ready.status)
  expect(await everythingKept(database())).not.toEqual(kept)
  const [rows, expected] = [await trailSince(told), await ready.rows(json)]
  expect(sorted(rows)).toEqual(sorted(expected).map((row) => rowOf(row, ready)))
  expect(new Set(rows.map(nameOf)).size).toBe(rows.length)
  for (const { occurredAt, details } of rows) {
    expect(occurredAt >= from && occurredAt <= until, occurredAt.toISOString()).toBe(true)
    expect(JSON.stringify(details)).not.toMatch(SECRET)
  }
  return rows
}

beforeEach(newInstance)

describe('the audit log', () => {
  it.each(all)(
    'records %s by %s together with its change, one row for each target, and nothing if either fails',
    async (action, _door, prepare) => {
      const ready = await prepare()
      await expectNothingLeft(ready, 'change')
      await expectNothingLeft(ready, 'row')
      expect((await expectDone(ready)).map((row) => row.action)).toContain(action)
    },
  )

  it('stores the time in UTC whatever the server’s time zone', async () => {
    withSettings({ TZ: 'America/St_Johns' })
    expect(now().getTimezoneOffset()).not.toBe(0)
    const [row] = await expectDone(await tokenActs['token.rotated']['its owner']())
    const [stored] = await database().$queryRaw<{ text: string }[]>`
      SELECT CAST(occurred_at AS text) AS text FROM audit_event`
    expect(stored?.text.slice(0, 19).replace(' ', 'T')).toBe(row?.occurredAt.toISOString().slice(0, 19))
  })
})
