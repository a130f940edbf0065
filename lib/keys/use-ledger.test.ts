import { describe, expect, it } from 'vitest'
import { UseLedger } from '@/lib/keys/use-ledger'

const HOUR = 3_600_000
const NOON = 500_000 * HOUR
const secret = { secretId: 's1', validUntil: null, tokenId: 't1', idleSeconds: null }

describe('the use ledger', () => {
  it('adds up requests by token and hour, with the last use, its address and the uses of a superseded secret', () => {
    const ledger = new UseLedger()
    ledger.noteUse(secret, NOON - 1, '192.0.2.1')
    ledger.noteUse(secret, NOON, '192.0.2.1')
    ledger.noteUse({ ...secret, secretId: 's0', validUntil: NOON + HOUR }, NOON + 5, '192.0.2.2')
    ledger.noteRefusal(secret, NOON + 9)
    ledger.noteUse({ ...secret, tokenId: 't2', idleSeconds: 3600 }, NOON, null)
    expect(ledger.take(NOON, false)).toEqual([
      {
        tokenId: 't1',
        idleSeconds: null,
        usedAt: NOON + 5,
        secrets: [{ secretId: 's0', usedAt: NOON + 5, address: '192.0.2.2' }],
        addresses: [
          { address: '192.0.2.2', usedAt: NOON + 5 },
          { address: '192.0.2.1', usedAt: NOON },
        ],
        hours: [
          { hour: NOON - HOUR, count: 1, refused: 0 },
          { hour: NOON, count: 2, refused: 1 },
        ],
      },
      expect.objectContaining({ tokenId: 't2', idleSeconds: 3600, addresses: [], usedAt: NOON }),
    ])
  })

  it('returns a token once a minute, however often it is used, and everything left at the end', () => {
    const ledger = new UseLedger()
    const countsTaken = []
    for (let at = NOON; at < NOON + 180_000; at += 1000) {
      ledger.noteUse(secret, at, null)
      if (at % 10_000 === 0) countsTaken.push(ledger.take(at, false).length)
    }
    expect(countsTaken).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    expect(ledger.take(NOON + 180_000, true)[0]?.hours).toEqual([{ hour: NOON, count: 59, refused: 0 }])
    expect(ledger.take(NOON + 180_000, true)).toEqual([])
  })

  it('keeps the last five addresses', () => {
    const ledger = new UseLedger()
    for (const last of [1, 2, 3, 4, 5, 6, 7, 3]) ledger.noteUse(secret, NOON + last, `192.0.2.${last}`)
    const [uses] = ledger.take(NOON, false)
    expect(uses?.addresses.map(({ address }) => address.at(-1))).toEqual(['3', '7', '6', '5', '4'])
  })

  it('merges uses that could not be written with newer ones, which are due immediately', () => {
    const ledger = new UseLedger()
    ledger.noteUse({ ...secret, validUntil: NOON + HOUR }, NOON, '192.0.2.1')
    const taken = ledger.take(NOON, false)
    ledger.noteUse(secret, NOON + 7, '192.0.2.2')
    ledger.putBack(taken)
    const [uses] = ledger.take(NOON + 8, false)
    expect(uses).toMatchObject({
      usedAt: NOON + 7,
      secrets: [{ secretId: 's1', usedAt: NOON, address: '192.0.2.1' }],
      hours: [{ hour: NOON, count: 2, refused: 0 }],
    })
    expect(uses?.addresses.map(({ address }) => address)).toEqual(['192.0.2.2', '192.0.2.1'])
  })

  it('has each hour once, even after uses are put back in a later hour', () => {
    const ledger = new UseLedger()
    ledger.noteUse(secret, NOON - 1, null)
    const taken = ledger.take(NOON - 1, false)
    ledger.noteUse(secret, NOON, null)
    ledger.putBack(taken)
    ledger.noteUse(secret, NOON + 1, null)
    const [uses] = ledger.take(NOON + 2, false)
    const hours = (uses?.hours ?? []).toSorted((one, other) => one.hour - other.hour)
    expect(hours).toEqual([
      { hour: NOON - HOUR, count: 1, refused: 0 },
      { hour: NOON, count: 2, refused: 0 },
    ])
  })

  it('returns 4000 tokens at a time, oldest first, and every token with an idle time', () => {
    const ledger = new UseLedger()
    const note = (tokenId: string, idleSeconds: number | null = null) =>
      ledger.noteUse({ ...secret, tokenId, idleSeconds }, NOON, null)
    for (let index = 0; index < 6000; index += 1) note(`t${index}`)
    for (let index = 0; index < 10; index += 1) note(`idle${index}`, 3600)
    const take = (at: number) => {
      const taken: string[] = []
      for (let part = ledger.take(at, false); part.length > 0; part = ledger.take(at, false, taken.length)) {
        expect(part.length).toBeLessThanOrEqual(500)
        taken.push(...part.map(({ tokenId }) => tokenId))
      }
      return taken
    }
    const first = take(NOON)
    expect([first.length, first[0], first[3999], first[4009]]).toEqual([4010, 't0', 't3999', 'idle9'])
    for (let index = 0; index < 6000; index += 1) note(`t${index}`)
    const second = take(NOON + 60_000)
    expect([second.length, second[0], second[1999], second[2000]]).toEqual([4000, 't4000', 't5999', 't0'])
  })

  it('holds at most 200,000 tokens, and reports how many requests it did not count', () => {
    const ledger = new UseLedger()
    for (let index = 0; index < 200_003; index += 1) ledger.noteUse({ ...secret, tokenId: `t${index}` }, NOON, null)
    ledger.noteUse({ ...secret, tokenId: 't1' }, NOON, null)
    expect([ledger.takeLost(), ledger.takeLost()]).toEqual([3, 0])
    expect(ledger.take(NOON, true)).toHaveLength(200_000)
    // A token that was returned and is not used again is forgotten after a minute.
    ledger.take(NOON + 60_000, false)
    ledger.noteUse({ ...secret, tokenId: 'another' }, NOON, null)
    expect(ledger.takeLost()).toBe(0)
  })
})

describe('first uses', () => {
  const unused = { ...secret, isUnused: true }

  it('are taken at once, with the secret, however recently the token was written', () => {
    const ledger = new UseLedger()
    ledger.noteUse(secret, NOON, null)
    ledger.take(NOON, false)
    ledger.noteUse(secret, NOON + 1, null)
    expect(ledger.takeFirst(NOON + 2)).toEqual([])
    ledger.noteUse({ ...unused, secretId: 's2' }, NOON + 3, '192.0.2.1')
    expect(ledger.pendingOf('t1')).toMatchObject({ usedAt: NOON + 3, secrets: [{ secretId: 's2' }] })
    expect(ledger.takeFirst(NOON + 4)).toEqual([
      expect.objectContaining({
        tokenId: 't1',
        usedAt: NOON + 3,
        secrets: [{ secretId: 's2', usedAt: NOON + 3, address: '192.0.2.1' }],
      }),
    ])
    expect(ledger.takeFirst(NOON + 5)).toEqual([])
  })

  it('are at most 100 at a time; the others stay for the next round', () => {
    const ledger = new UseLedger()
    for (let token = 0; token < 150; token += 1) ledger.noteUse({ ...unused, tokenId: `t${token}` }, NOON, null)
    expect(ledger.takeFirst(NOON)).toHaveLength(100)
    expect(ledger.takeFirst(NOON)).toEqual([])
    expect(ledger.take(NOON, false)).toHaveLength(50)
  })

  it('that could not be written are due with the rest', () => {
    const ledger = new UseLedger()
    ledger.noteUse(unused, NOON, null)
    ledger.putBack(ledger.takeFirst(NOON))
    expect(ledger.takeFirst(NOON)).toEqual([])
    expect(ledger.take(NOON, false)).toEqual([
      expect.objectContaining({ secrets: [{ secretId: 's1', usedAt: NOON, address: null }] }),
    ])
  })
})
