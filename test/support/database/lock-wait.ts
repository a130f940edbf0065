import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { database } from '@/lib/db/client'
import { singletons } from '@/lib/base/singleton'

const WAITING = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"

/** Runs `work` with a function that returns whether another connection to this PostgreSQL database waits for a lock. */
export async function watchingLocks<T>(work: (isWaiting: () => Promise<boolean>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  try {
    return await work(async () => ((await client.query(WAITING)).rowCount ?? 0) > 0)
  } finally {
    await client.end()
  }
}

/**
 * Starts a request that must wait for an open transaction, and resolves once it waits: on PostgreSQL for a lock, on
 * SQLite for the single connection, which it requests after authentication.
 * @returns the request, still pending
 * @throws if the server answers without having waited
 */
export async function untilItWaits<T>(ask: () => Promise<T>): Promise<{ answering: Promise<T> }> {
  return process.env['DATABASE_KIND'] === 'postgresql'
    ? watchingLocks((isWaiting) => until(ask, isWaiting))
    : watchingUse(ask)
}

async function watchingUse<T>(ask: () => Promise<T>): Promise<{ answering: Promise<T> }> {
  const real = database()
  let isUsed = false
  const watched = new Proxy(real, {
    get(target, name) {
      isUsed = true
      return Reflect.get(target, name) as unknown
    },
  })
  singletons.set('database', watched)
  try {
    return await until(ask, () => Promise.resolve(isUsed))
  } finally {
    singletons.set('database', real)
  }
}

async function until<T>(ask: () => Promise<T>, isWaiting: () => Promise<boolean>): Promise<{ answering: Promise<T> }> {
  const state = { isAnswered: false }
  const answering = ask().finally(() => (state.isAnswered = true))
  while (!(await isWaiting())) {
    if (state.isAnswered) throw new Error(`It was answered without having waited: ${JSON.stringify(await answering)}`)
    await sleep(2)
  }
  return { answering }
}
