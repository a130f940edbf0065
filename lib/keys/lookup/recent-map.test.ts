import { describe, expect, it } from 'vitest'
import { RecentMap } from '@/lib/keys/lookup/recent-map'

describe('a map of recent entries', () => {
  it('holds at least half of its maximum, and at most the maximum', () => {
    const map = new RecentMap<number>(100)
    for (let index = 0; index < 1000; index += 1) map.set(String(index), index)
    const kept = Array.from({ length: 1000 }, (_, index) => map.get(String(index))).filter((one) => one !== undefined)
    expect(kept.length).toBeGreaterThanOrEqual(100)
    expect(kept.length).toBeLessThanOrEqual(200)
    expect(kept.slice(-100)).toEqual(Array.from({ length: 100 }, (_, index) => 900 + index))
  })

  it('keeps an entry that is read again and again', () => {
    const map = new RecentMap<number>(100)
    map.set('kept', 1)
    for (let index = 0; index < 10_000; index += 1) {
      map.set(String(index), index)
      if (index % 50 === 0) expect(map.get('kept')).toBe(1)
    }
  })

  it('is empty after it is cleared', () => {
    const map = new RecentMap<number>(1)
    for (const key of ['a', 'b']) map.set(key, 1)
    map.clear()
    expect([map.get('a'), map.get('b')]).toEqual([undefined, undefined])
  })
})
