import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, it } from 'vitest'
import { oneATurn } from '@/lib/process/one-a-turn'

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('a function that starts one job per turn', () => {
  it('starts jobs in order, never two in one turn, and lets other work run in between', async () => {
    const startInTurn = oneATurn()
    const begun: string[] = []
    startInTurn(() => begun.push('first'))
    startInTurn(() => {
      begun.push('second')
      startInTurn(() => begun.push('fourth'))
    })
    startInTurn(() => begun.push('third'))
    expect(begun).toEqual([])
    for (const expected of [['first'], ['first', 'second'], ['first', 'second', 'third']]) {
      await turn()
      expect(begun).toEqual(expected)
    }
    await turn()
    startInTurn(() => begun.push('fifth'))
    await turn()
    expect(begun).toEqual(['first', 'second', 'third', 'fourth', 'fifth'])
  })

  it('starts each job in the async context that it came from', async () => {
    const startInTurn = oneATurn()
    const context = new AsyncLocalStorage<number>()
    const seen: unknown[] = []
    for (const one of [1, 2]) context.run(one, () => startInTurn(() => seen.push(context.getStore())))
    await turn()
    await turn()
    expect(seen).toEqual([1, 2])
  })
})
