import { SIGNERS } from '@/bench/support/seed'
import { sendRequest } from '@/test/support/servers/send-request'

/** Signs in continuously with more clients than the server can hash and queue at once, so the queue stays full. */
export function keepSigningIn(origin: string): { end(): Promise<{ rejectionsMs: number[] }> } {
  let isOver = false
  const rejectionsMs: number[] = []
  const headers = { 'content-type': 'application/json' }
  const client = async (signer: (typeof SIGNERS)[number]) => {
    const body = JSON.stringify(signer)
    while (!isOver) {
      const began = performance.now()
      const { status } = await sendRequest(origin, { method: 'POST', path: '/api/v1/auth/login', headers, body })
      // 503: the queue is full. The client retries after a pause.
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
