import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '@/lib/db/client'
import { Prisma, PrismaClient } from '@/lib/db/generated/sqlite/client'
import { settings } from '@/lib/base/env'

const at = new Date(0)
const db = openDatabase(settings().databaseUrl)
afterAll(() => db.$disconnect())

const account = (name: string) => ({
  username: name, usernameKey: name, email: `${name}@x`, emailKey: `${name}@x`, createdAt: at, updatedAt: at,
}) // prettier-ignore
const token = (name: string) => ({ kind: 'personal', name, liveNameKey: name, createdAt: at }) as const

/**
 * Revokes tokens one by one while another request creates an account with two tokens of the same name, which fails
 * and is rolled back. Returns how many acknowledged revocations were lost.
 */
async function lostRevocations(client: PrismaClient, rounds: number): Promise<number> {
  const owner = await client.user.create({ data: account('owner') })
  let lost = 0
  for (let round = 1; round <= rounds; round += 1) {
    const { id } = await client.token.create({ data: { ...token(`t${round}`), userId: owner.id } })
    const twins = { create: [token('twin'), token('twin')] }
    const failing = client.user
      .create({ data: { ...account(`bad${round}`), tokens: twins } })
      .catch((error: unknown) => error)
    for (let turn = 0; turn < round % 12; turn += 1) await Promise.resolve()
    if (round % 3 > 0) await new Promise(setImmediate)
    const { count } = await client.token.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } })
    expect(await failing).toMatchObject({ code: 'P2002' })
    const { revokedAt } = await client.token.findUniqueOrThrow({ where: { id } })
    if (count === 1 && revokedAt === null) lost += 1
  }
  return lost
}

async function pragmas() {
  const ask = async (statement: Prisma.Sql) => {
    const [row = {}] = await db.$queryRaw<Record<string, unknown>[]>(statement)
    return String(Object.values(row)[0])
  }
  return {
    journal_mode: await ask(Prisma.sql`PRAGMA journal_mode`),
    synchronous: await ask(Prisma.sql`PRAGMA synchronous`),
    foreign_keys: await ask(Prisma.sql`PRAGMA foreign_keys`),
    busy_timeout: await ask(Prisma.sql`PRAGMA busy_timeout`),
  }
}

describe('SQLite', { timeout: 60_000 }, () => {
  it('loses no acknowledged write while another transaction fails', async () => {
    expect(await lostRevocations(db, 100)).toBe(0)
  })

  it('loses some with the stock adapter, so that the test above can fail', async () => {
    const stock = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: settings().databaseUrl }) })
    try {
      expect(await lostRevocations(stock, 60)).toBeGreaterThan(0)
    } finally {
      await stock.$disconnect()
    }
  })

  it('uses WAL, syncs each write before acknowledging it, and has foreign keys and a short busy timeout', async () => {
    expect(await pragmas()).toEqual({ journal_mode: 'wal', synchronous: '2', foreign_keys: '1', busy_timeout: '100' })
    await db.$disconnect()
    expect((await pragmas()).synchronous).toBe('2')
  })

  it('hides what a transaction has not committed', async () => {
    let seen = -1
    const outside = db.$transaction(async (tx) => {
      await tx.user.create({ data: account('unborn') })
      seen = 0
      void db.user.count().then((count) => (seen = count))
      await new Promise(setImmediate)
      expect(seen).toBe(0)
      throw new Error('changed my mind')
    })
    await expect(outside).rejects.toThrow('changed my mind')
    expect(await db.user.count()).toBe(0)
  })

  it('rolls back what cannot be committed, and keeps working', async () => {
    const file = new Database(settings().databaseUrl.replace('file:', ''))
    onTestFinished(() => void file.exec('DROP TABLE debt').close())
    file.exec('CREATE TABLE debt (id INTEGER PRIMARY KEY, owed INTEGER REFERENCES debt DEFERRABLE INITIALLY DEFERRED)')
    const owe = db.$transaction(async (tx) => {
      await tx.user.create({ data: account('debtor') })
      await tx.$executeRaw`INSERT INTO debt (owed) VALUES (-1)`
    })
    await expect(owe).rejects.toThrow('ForeignKeyConstraintViolation')
    expect(await db.user.count()).toBe(0)
    await db.$transaction((tx) => tx.user.create({ data: account('solvent') }))
    expect(file.prepare('SELECT username FROM account').pluck().all()).toEqual(['solvent'])
  })

  it('can begin again after failing to get the write lock', async () => {
    const other = new Database(settings().databaseUrl.replace('file:', ''))
    other.exec('BEGIN IMMEDIATE')
    const create = (name: string) => db.$transaction((tx) => tx.user.create({ data: account(name) }))
    await expect(create('early')).rejects.toMatchObject({ code: 'P1008' })
    await expect(create('early')).rejects.toMatchObject({ code: 'P1008' })
    other.exec('ROLLBACK')
    other.close()
    await expect(create('late')).resolves.toMatchObject({ username: 'late' })
  })
})
