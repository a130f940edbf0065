import { expect, it } from 'vitest'
import { resolvePrincipal } from '@/lib/edge/auth/resolve-principal'
import { database } from '@/lib/db/client'
import { listActivity } from '@/lib/domain/usage/list-activity'
import { newAccount, newToken } from '@/test/support/factories'
import { DAY_MS, HOUR_MS } from '@/lib/base/durations'

/** Noon of a day in UTC, as far from midnight as possible. */
const noon = (daysAgo: number) => new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + 12 * HOUR_MS - daysAgo * DAY_MS)

async function newOwner() {
  const account = await newAccount()
  const { key } = await newToken(account, 'device')
  const headers = new Headers({ authorization: `Token ${key}` })
  const principal = await resolvePrincipal({ method: 'GET', headers }, ['device'])
  return { principal, token: await newToken(account, 'personal') }
}

it('sums up the use of a token by day, for the last 30 days', async () => {
  const { principal, token } = await newOwner()
  const hours = [
    { hour: noon(0), count: 3, refused: 2 },
    { hour: new Date(noon(0).getTime() + HOUR_MS), count: 4 },
    { hour: noon(29), count: 5 },
    { hour: noon(30), count: 100, refused: 100 },
  ]
  await database().tokenUsage.createMany({ data: hours.map((hour) => ({ tokenId: token.id, ...hour })) })
  const days = [5, ...Array.from({ length: 28 }, () => 0), 7]
  expect(await listActivity(principal, [token.id])).toEqual(new Map([[token.id, { days, calls: 12, refused: 2 }]]))
})

it("returns no activity for another account's token or for an unused one", async () => {
  const { principal, token } = await newOwner()
  const other = await newOwner()
  await database().tokenUsage.create({ data: { tokenId: other.token.id, hour: noon(0), count: 1 } })
  expect(await listActivity(principal, [other.token.id, token.id])).toEqual(new Map())
  expect(await listActivity(principal, [])).toEqual(new Map())
})
