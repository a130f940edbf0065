import pg from 'pg'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { answersInTime } from '@/test/support/stopwatch'

beforeEach(newInstance)

it('the gate answers 503 while a migration locks the token table, and recovers once it is done', async () => {
  const { key } = await newToken(await newAccount(), 'personal')
  const migration = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await migration.connect()
  onTestFinished(() => migration.end())
  await migration.query('BEGIN; LOCK TABLE token IN ACCESS EXCLUSIVE MODE')
  const answers = await answersInTime('answerInOutage', () => call(verify, { key }))
  for (const answer of answers) expect(answer).toMatchObject({ status: 503, json: { code: 'store_unavailable' } })
  await migration.query('COMMIT')
  expect((await call(verify, { key })).status).toBe(200)
})
