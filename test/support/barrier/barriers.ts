import { expect } from 'vitest'
import { BoundedQueue } from '@/lib/base/passwords/bounded-queue'
import { hashingLoad } from '@/lib/base/passwords/password-hash'
import { database, type Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { singletons } from '@/lib/base/singleton'
import type { Answer } from '@/test/support/requests/api'
import type { Scene } from '@/test/support/barrier/scenes'
import type { Subject } from '@/test/support/requests/contract-subject'
import { everythingKept } from '@/test/support/requests/everything-kept'
import { untilItWaits } from '@/test/support/database/lock-wait'

type Kept = Awaited<ReturnType<typeof everythingKept>>

/** The result of a request that was held while it lost its authority. */
export interface Held {
  answer: Answer
  /** Everything stored right after the loss, before the request continued. */
  before: Kept
}

/** A point at which a request waits so that something else happens first. */
export interface Barrier {
  name: string
  /** Returns whether requests of a scene pass this point. */
  holds(scene: Scene): boolean
  hold(subject: Subject, take: (tx: Db) => Promise<unknown>): Promise<Held>
}

async function takeNow(take: (tx: Db) => Promise<unknown>): Promise<Kept> {
  await transaction(take)
  return everythingKept(database())
}

/** Sends the body in two parts and takes the authority away between them. */
const slowBody: Barrier = {
  name: 'a slow body',
  holds: () => true,
  async hold({ ask, body }, take) {
    const text = body === undefined ? '' : JSON.stringify(body)
    const { stream, started, end } = inTwoParts(new TextEncoder().encode(text))
    const headers = { 'content-type': 'application/json' }
    const answering = ask({ body: undefined, rawBody: stream, ...(body !== undefined && { headers }) })
    await started
    const before = await takeNow(take)
    end()
    return { answer: await answering, before }
  },
}

function inTwoParts(bytes: Uint8Array) {
  let end = () => {}
  const released = new Promise<void>((resolve) => (end = resolve))
  let begin = () => {}
  const started = new Promise<void>((resolve) => (begin = resolve))
  const [first, rest] = [bytes.slice(0, bytes.length / 2), bytes.slice(bytes.length / 2)]
  let isBegun = first.length === 0
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (!isBegun) {
      isBegun = true
      controller.enqueue(first)
      return
    }
    begin()
    await released
    if (rest.length > 0) controller.enqueue(rest)
    controller.close()
  }
  const stream = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 })
  return { stream, started, end }
}

/** Fills the hashing queue, so that the request’s own password waits for its turn. */
const bcryptQueue: Barrier = {
  name: 'bcrypt',
  holds: ({ showsPassword, right, contract }) =>
    showsPassword || (right === 'link' && contract.body !== undefined && 'new_password' in contract.body.shape),
  async hold({ ask, body }, take) {
    const open = fillQueue()
    const waiting = hashingLoad().waiting
    const answering = ask({ body })
    try {
      await expect.poll(() => hashingLoad().waiting, { timeout: 30_000, interval: 5 }).toBeGreaterThan(waiting)
      const before = await takeNow(take)
      open()
      return { answer: await answering, before }
    } finally {
      open()
    }
  },
}

/** Takes every slot of the hashing queue. The returned function releases them. */
function fillQueue(): () => void {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  hashingLoad()
  const queue = singletons.get('password-queue') as BoundedQueue
  while (hashingLoad().waiting === 0)
    void queue.run(
      () => opened,
      () => new Error('The queue is full'),
    )
  return open
}

/** Takes the authority away in another transaction that is about to commit, while the request waits for its locks. */
const rowLock: Barrier = {
  name: 'a row lock',
  holds: () => true,
  async hold({ account, ask, body }, take) {
    const { before, answering } = await transaction(async (tx) => {
      await tx.user.updateMany({ where: { id: account.id }, data: { revision: { increment: 1 } } })
      await take(tx)
      return { before: await everythingKept(tx), ...(await untilItWaits(() => ask({ body }))) }
    })
    return { answer: await answering, before }
  },
}

export const barriers: readonly Barrier[] = [slowBody, bcryptQueue, rowLock]
