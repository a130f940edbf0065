import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { LookupQueue } from '@/lib/keys/lookup/lookup-queue'

interface Query {
  digests: readonly string[]
  answer(): void
  fail(error: Error): void
}

/** Creates a queue in front of a database that answers when the test says so. */
function newQueue(inFlightMax: number) {
  const queries: Query[] = []
  const queue = new LookupQueue(
    inFlightMax,
    (digests) =>
      new Promise((resolve, reject) => {
        const answer = () => resolve(new Map(digests.map((digest) => [digest, `row of ${digest}`])))
        queries.push({ digests, answer, fail: reject })
      }),
  )
  const find = async (digest: string) =>
    new Promise<string | null>((resolve, reject) => {
      queue.find(digest, (error, text) => (error instanceof Error ? reject(error) : resolve(text)))
    })
  return { queries, find }
}

describe('the lookup queue', () => {
  it('sends the lookups of one turn of the event loop as one query', async () => {
    const { queries, find } = newQueue(2)
    const found = Promise.all(['a', 'b', 'a'].map(find))
    expect(queries).toHaveLength(0)
    await nextTurn()
    expect(queries.map(({ digests }) => digests)).toEqual([['a', 'b', 'a']])
    queries[0]?.answer()
    expect(await found).toEqual(['row of a', 'row of b', 'row of a'])
  })

  it('queries again for a later lookup, so that no answer is older than its lookup', async () => {
    const { queries, find } = newQueue(2)
    const first = find('a')
    await nextTurn()
    const second = find('a')
    await nextTurn()
    expect(queries).toHaveLength(2)
    for (const query of queries) query.answer()
    expect(await Promise.all([first, second])).toEqual(['row of a', 'row of a'])
  })

  it('runs no more queries at once than there are connections, and none with more than 32 digests', async () => {
    const { queries, find } = newQueue(2)
    const found = Promise.all(Array.from({ length: 75 }, (_, index) => find(String(index))))
    await nextTurn()
    expect(queries.map(({ digests }) => digests.length)).toEqual([32, 32])
    queries[0]?.answer()
    await nextTurn()
    expect(queries.map(({ digests }) => digests.length)).toEqual([32, 32, 11])
    queries[1]?.answer()
    queries[2]?.answer()
    expect(new Set(await found).size).toBe(75)
  })

  it('sends a full batch without waiting for the end of the turn', async () => {
    const { queries, find } = newQueue(2)
    const found = Promise.all(Array.from({ length: 33 }, (_, index) => find(String(index))))
    expect(queries.map(({ digests }) => digests.length)).toEqual([32])
    await nextTurn()
    expect(queries.map(({ digests }) => digests.length)).toEqual([32, 1])
    for (const query of queries) query.answer()
    expect(new Set(await found).size).toBe(33)
  })

  it('retries a query that fails quickly, with three attempts in total', async () => {
    const { queries, find } = newQueue(1)
    const found = find('a')
    const failing = expect(find('b')).rejects.toThrow('third')
    await nextTurn()
    queries[0]?.fail(new Error('first'))
    await nextTurn()
    queries[1]?.fail(new Error('second'))
    await nextTurn()
    queries[2]?.fail(new Error('third'))
    await failing
    await expect(found).rejects.toThrow('third')
    await nextTurn()
    expect(queries).toHaveLength(3)
  })

  it('rejects a lookup immediately while 20,000 are waiting', async () => {
    const { find } = newQueue(1)
    // The first 32 are in flight.
    for (let index = 0; index < 20_032; index += 1) find('a').catch(() => undefined)
    await expect(find('b')).rejects.toThrow(/20000 lookups are already waiting/)
  })
})
