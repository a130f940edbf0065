import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '@/lib/db/client'
import { pendingMigrations } from '@/lib/db/migrations/migrations'
import { settings } from '@/lib/base/env'

const url = () => process.env['DATABASE_URL'] ?? ''

describe('the database of a test', () => {
  const db = openDatabase(url())
  afterAll(() => db.$disconnect())

  it('is of the kind under test and the one that the settings name', () => {
    expect(settings().databaseKind).toBe(process.env['DATABASE_KIND'])
    expect(settings().databaseUrl).toBe(url())
  })

  it('has every migration', async () => {
    expect(await pendingMigrations(url())).toEqual([])
  })

  it.each([1, 2])('is empty when the test begins (round %i)', async () => {
    expect(await db.usernameClaim.count()).toBe(0)
    const claimedAt = new Date(0)
    await db.usernameClaim.create({ data: { usernameKey: 'ada', userId: 'someone', claimedAt } })
    expect(await db.usernameClaim.count()).toBe(1)
  })
})
