import { describe, expect, it } from 'vitest'
import { BoundedQueue } from '@/lib/base/passwords/bounded-queue'

const full = () => new Error('full')

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

describe('a bounded queue', () => {
  it('never runs more jobs at once than it has slots, and runs every accepted job', async () => {
    const queue = new BoundedQueue(2, 100)
    let running = 0
    let most = 0
    const jobs = Array.from({ length: 30 }, (_, index) =>
      queue.run(async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise(setImmediate)
        running -= 1
        return index
      }, full),
    )
    expect(await Promise.all(jobs)).toEqual(Array.from({ length: 30 }, (_, index) => index))
    expect(most).toBe(2)
  })

  it('runs waiting jobs oldest first', async () => {
    const queue = new BoundedQueue(1, 10)
    const { open, opened } = gate()
    const order: number[] = []
    const jobs = Array.from({ length: 10 }, (_, index) =>
      queue.run(async () => {
        await opened
        order.push(index)
      }, full),
    )
    open()
    await Promise.all(jobs)
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('rejects a job immediately when every slot and every waiting place is taken', async () => {
    const queue = new BoundedQueue(1, 2)
    const { open, opened } = gate()
    const taken = [queue.run(() => opened, full), queue.run(() => opened, full)]
    expect(queue.isFull).toBe(false)
    taken.push(queue.run(() => opened, full))
    expect(queue.isFull).toBe(true)
    await expect(queue.run(() => opened, full)).rejects.toThrow('full')
    open()
    await Promise.all(taken)
    expect(queue.isFull).toBe(false)
    await expect(queue.run(async () => 'again', full)).resolves.toBe('again')
  })

  it('frees the slot when a job fails', async () => {
    const queue = new BoundedQueue(1, 2)
    const failing = queue.run(() => Promise.reject(new Error('broken')), full)
    const next = queue.run(async () => 'next', full)
    await expect(failing).rejects.toThrow('broken')
    await expect(next).resolves.toBe('next')
  })
})
