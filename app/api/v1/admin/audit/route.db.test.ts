import { beforeEach, describe, expect, it } from 'vitest'
import { GET as list } from '@/app/api/v1/admin/audit/route'
import { exportAudit } from '@/lib/domain/admin/audit/export-audit'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { newAdmin, principalOf } from '@/test/support/acts/admins'
import { call, type Answer } from '@/test/support/requests/api'
import { newAccount, newInstance } from '@/test/support/factories'

const NOBODY = null as never

interface Row {
  action?: string
  actorUserId?: string | null
  userId?: string | null
  targetId?: string
  userAgent?: string
  at?: Date
  details?: object
}

/** Replaces the audit log with these rows, oldest first. */
async function newRows(rows: readonly Row[]) {
  await database().auditEvent.deleteMany()
  const base = secondsAfter(now(), -3600)
  await database().auditEvent.createMany({
    data: rows.map(({ at, details = {}, ...row }, index) => ({
      occurredAt: at ?? secondsAfter(base, index),
      action: 'token.revoked',
      targetType: 'token',
      targetId: `target-${index}`,
      ...row,
      details,
    })),
  })
}

const targets = ({ json }: Answer) => json.items.map((item: { target_id: string }) => item.target_id)

beforeEach(newInstance)

describe('the audit log', () => {
  it('is listed newest first, page by page, with the current usernames', async () => {
    const { account, key } = await newAdmin()
    const gone = '01890a5d-ac96-774b-bcce-b302099a8057'
    const at = now()
    await newRows([{ actorUserId: gone, at }, { actorUserId: account.id, userId: account.id, at }, { at }])
    const pages = [await call(list, { key, path: '/api/v1/test?limit=2' })]
    pages.push(await call(list, { key, path: `/api/v1/test?limit=2&cursor=${pages[0]!.json.next_cursor}` }))
    const items = pages.flatMap(({ json }) => json.items)
    expect(new Set(items.map(({ id }) => id)).size).toBe(3)
    expect(pages[1]!.json.next_cursor).toBeNull()
    const actors = items.map(({ actor }: { actor: { id: string; username: string | null } | null }) => actor)
    expect(actors).toContainEqual({ id: gone, username: null, token_id: null })
    expect(actors).toContainEqual({ id: account.id, username: account.username, token_id: null })
    expect(actors).toContain(null)
  })

  it('can be filtered by actor, action, target and time', async () => {
    const { account, key } = await newAdmin()
    const other = await newAccount()
    const noon = new Date('2026-03-01T12:00:00.000Z')
    await newRows([
      { actorUserId: account.id, targetId: 'a', at: secondsAfter(noon, -1) },
      { actorUserId: other.id, targetId: 'b', at: noon },
      { actorUserId: account.id, targetId: 'c', at: secondsAfter(noon, 1), action: 'account.updated' },
    ])
    const asked = async (query: object) =>
      targets(await call(list, { key, path: `/api/v1/test?${new URLSearchParams({ ...query })}` }))
    for (const actor of [account.id, account.username.toUpperCase(), account.email])
      expect(await asked({ actor })).toEqual(['c', 'a'])
    expect(await asked({ actor: 'nobody' })).toEqual([])
    expect(await asked({ action: 'account.updated' })).toEqual(['c'])
    expect(await asked({ target: 'b' })).toEqual(['b'])
    expect(await asked({ since: noon.toISOString() })).toEqual(['c', 'b'])
    expect(await asked({ until: noon.toISOString() })).toEqual(['a'])
    expect(await asked({ since: noon.toISOString(), until: secondsAfter(noon, 1).toISOString() })).toEqual(['b'])
  })
})

describe('the audit log as a stream', () => {
  it('is complete in either format, whatever the limit, and names its content type', async () => {
    const { key } = await newAdmin()
    await newRows(Array.from({ length: 1001 }, () => ({ details: { after: { a: 2 } } })))
    const csv = await call(list, { key, path: '/api/v1/test?limit=1', headers: { accept: 'text/csv' } })
    expect([csv.status, csv.headers.get('content-type'), csv.headers.get('content-disposition')]).toEqual([
      200, 'text/csv; charset=utf-8', 'attachment; filename="audit.csv"',
    ])
    expect([csv.headers.get('cache-control'), csv.headers.get('vary')]).toEqual(['no-store', 'accept'])
    const lines = csv.text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(1002)
    expect(lines[0]).toMatch(/^id,occurred_at,action,actor_id,/)
    expect(lines[1]).toContain('"{""after"":{""a"":2}}"')
    const ndjson = await call(list, { key, headers: { accept: 'application/x-ndjson' } })
    const rows = ndjson.text.trimEnd().split('\n').map((line) => JSON.parse(line) as { target_id: string; details: object })
    expect(new Set(rows.map((row) => row.target_id)).size).toBe(1001)
    expect(rows[0]).toMatchObject({ target_id: 'target-1000', details: { after: { a: 2 } } })
    const filtered = await call(list, { key, path: '/api/v1/test?target=target-7', headers: { accept: 'application/x-ndjson' } })
    expect(filtered.text.trimEnd().split('\n')).toHaveLength(1)
    const none = await call(list, { key, path: '/api/v1/test?target=x', headers: { accept: 'text/csv' } })
    expect(none.text.split('\r\n')).toEqual([lines[0], ''])
  }) // prettier-ignore

  it('contains no cell that a spreadsheet would calculate', async () => {
    const { key } = await newAdmin()
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', 'a"b', 'a,b', 'plain']
    await newRows(evil.map((userAgent) => ({ userAgent })).toReversed())
    const { text } = await call(list, { key, headers: { accept: 'text/csv' } })
    const cells = text.trimEnd().split('\r\n').slice(1).map((line) => line.split(',').slice(11, -2).join(','))
    expect(cells).toEqual([
      "'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", '"\'\r=1"', "' =1", '"a""b"', '"a,b"', 'plain',
    ])
  }) // prettier-ignore

  it('is read from the database only as fast as the client takes it', async () => {
    await newRows(Array.from({ length: 1600 }, () => ({})))
    const pieces = (await exportAudit(NOBODY, {}, 'application/x-ndjson'))[Symbol.asyncIterator]()
    await pieces.next()
    // Deletes rows that the stream would already hold if it read ahead.
    await database().auditEvent.deleteMany({ where: { targetId: { in: Array.from({ length: 500 }, (_, i) => `target-${i}`) } } })
    let rows = 500
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next())
      rows += next.value.trimEnd().split('\n').length
    expect(rows).toBe(1100)
  }) // prettier-ignore

  it.each<[string, (admin: { userId: string; tokenId: string }) => Promise<unknown>]>([
    ['demoted', ({ userId }) => database().user.update({ where: { id: userId }, data: { isAdmin: false } })],
    ['deactivated', ({ userId }) => database().user.update({ where: { id: userId }, data: { isActive: false } })],
    ['signed out', ({ tokenId }) => database().token.update({ where: { id: tokenId }, data: { revokedAt: now() } })],
    ['deleted', ({ userId }) => database().user.delete({ where: { id: userId } })],
  ])('breaks off if its administrator is %s meanwhile', async (_name, dismiss) => {
    const admin = await principalOf((await newAdmin()).key)
    await newRows(Array.from({ length: 1001 }, () => ({})))
    const pieces = (await exportAudit(admin, {}, 'application/x-ndjson'))[Symbol.asyncIterator]()
    for (let read = 0; read < 2; read += 1) expect((await pieces.next()).value.trimEnd().split('\n')).toHaveLength(500)
    await dismiss(admin)
    await expect(pieces.next()).rejects.toMatchObject({ code: 'admin_required' })
    expect(await pieces.next()).toEqual({ done: true, value: undefined })
  })

  it('reports errors before it begins', async () => {
    const { key } = await newAdmin()
    const path = `/api/v1/test?cursor=${Buffer.from('other\nx\n-').toString('base64url')}`
    const { status, json } = await call(list, { key, path, headers: { accept: 'text/csv' } })
    expect([status, json.code]).toEqual([400, 'invalid_input'])
    expect((await call(list, { headers: { accept: 'text/csv' } })).json.code).toBe('token_missing')
  })
})
