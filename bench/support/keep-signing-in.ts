import { SIGNERS } from '@/bench/support/seed'
import { sendRequest } from '@/test/support/send-request'

/** Lets more clients sign in over and over than are compared and wait at once: the queue of hashes is always full. */
export function keepSigningIn(origin: string): { end(): Promise<{ rejectionsMs: number[] }> } {
  let isOver = false
  const rejectionsMs: number[] = []
  const headers = { 'content-type': 'application/json' }
  const client = async (signer: (typeof SIGNERS)[number]) => {
    const body = JSON.stringify(signer)
    while (!isOver) {
      const began = performance.now()
      const { status } = await sendRequest(origin, { method: 'POST', path: '/api/v1/auth/login', headers, body })
      // 503: the queue is full, and the client comes again a moment later.
      if (status === 503) {
        rejectionsMs.push(performance.now() - began)
        await new Promise((resolve) => setTimeout(resolve, 100))
      } else if (status !== 200) throw new Error(`A sign-in was answered ${status}`)
    }
  }
  const clients = Promise.all(SIGNERS.map(client))
  return {
    end: async () => {
      isOver = true
      await clients
      return { rejectionsMs }
    },
  }
}
