import { describe, expect, it } from 'vitest'
import { GET as readUsage } from '@/app/api/v1/auth/tokens/[id]/usage/route'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { HOUR_MS } from '@/lib/base/durations'

const thisHour = () => Math.floor(Date.now() / HOUR_MS) * HOUR_MS

async function newOwner() {
  const account = await newAccount()
  const device = await newToken(account, 'device')
  const token = await newToken(account, 'personal')
  const read = async (query = '', id = token.id) =>
    call(readUsage, { key: device.key, params: { id }, path: `/u${query}` })
  return { device, token, read }
}

describe('the usage of a token', () => {
  it('lists its hours, oldest first, and its last addresses, newest first', async () => {
    const { token, read } = await newOwner()
    const [now, dayAgo] = [new Date(thisHour()), new Date(thisHour() - 24 * HOUR_MS)]
    const rows = [
      { tokenId: token.id, hour: now, count: 3 },
      { tokenId: token.id, hour: dayAgo, count: 1, refused: 2 },
    ]
    await database().tokenUsage.createMany({ data: rows })
    const addresses = ['192.0.2.1', '2001:db8::7'].map((address, index) => ({
      tokenId: token.id, address, lastUsedAt: new Date(now.getTime() + index),
    })) // prettier-ignore
    await database().tokenAddress.createMany({ data: addresses })
    const { status, json } = await read()
    expect(status).toBe(200)
    expect(json).toEqual({
      items: [
        { hour: dayAgo.toISOString(), count: 1, refused: 2 },
        { hour: now.toISOString(), count: 3, refused: 0 },
      ],
      addresses: [
        { address: '2001:db8::7', first_used_at: null, last_used_at: new Date(now.getTime() + 1).toISOString() },
        { address: '192.0.2.1', first_used_at: null, last_used_at: now.toISOString() },
      ],
    })
  })

  it('covers the requested number of days, 1 to 90, and 30 by default', async () => {
    const { token, read } = await newOwner()
    const daysAgo = (days: number) => new Date(thisHour() - days * 24 * HOUR_MS)
    const data = [0, 2, 20, 40, 89, 91].map((days) => ({ tokenId: token.id, hour: daysAgo(days), count: 1 }))
    await database().tokenUsage.createMany({ data })
    const countOf = async (query: string) => (await read(query)).json.items.length
    expect([await countOf('?days=1'), await countOf(''), await countOf('?days=90')]).toEqual([1, 3, 5])
    for (const days of ['0', '91', '-1', '1.5', 'x', '']) expect((await read(`?days=${days}`)).status).toBe(400)
  })

  it('is empty for a token that was never used, and 404 for an unknown one', async () => {
    const { token, read } = await newOwner()
    expect((await read()).json).toEqual({ items: [], addresses: [] })
    expect(
      (
        await read(
          '',
          token.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        )
      ).json.code,
    ).toBe('token_not_found')
  })
})
