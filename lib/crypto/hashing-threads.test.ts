import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { describe, expect, it } from 'vitest'
import { HashingThreads } from '@/lib/crypto/hashing-threads'

const PASSWORD = 'correct horse battery staple'

/** The niceness of each thread of this process, as Linux tells it; elsewhere they have none. */
function nicenesses(): number[] | null {
  if (process.platform !== 'linux') return null
  return readdirSync('/proc/self/task').map((task) => {
    const fields = readFileSync(`/proc/self/task/${task}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return Number(fields[16])
  })
}

describe('hashing threads', () => {
  it('do jobs side by side, each with its own result', async () => {
    const threads = new HashingThreads()
    const hashes = await Promise.all(['one', 'two', 'three'].map((password) => threads.hash(password, 4)))
    const compared = await Promise.all(hashes.map((hash) => threads.compare('two', hash)))
    expect(compared).toEqual([false, true, false])
  })

  it('give way to the rest of the process, whose priority stays', async () => {
    const before = getPriority()
    await new HashingThreads().hash(PASSWORD, 4)
    expect(getPriority()).toBe(before)
    expect(nicenesses() ?? [10]).toContain(10)
  })

  it('leave files and DNS their threads', async () => {
    const threads = new HashingThreads()
    const order: string[] = []
    const hashes = Promise.all(Array.from({ length: 4 }, () => threads.hash(PASSWORD, 11)))
    await Promise.all([
      hashes.then(() => order.push('hashes')),
      readFile('package.json').then(() => order.push('file')),
    ])
    expect(order).toEqual(['file', 'hashes'])
  })

  it('fail alone: what follows on a job that cannot be done is done', async () => {
    const threads = new HashingThreads()
    await expect(threads.compare(null as never, null as never)).rejects.toThrow()
    expect(await threads.compare(PASSWORD, await threads.hash(PASSWORD, 4))).toBe(true)
  })
})
