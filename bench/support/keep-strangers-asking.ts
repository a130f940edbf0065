import { sendRequest } from '@/test/support/servers/send-request'

const CLIENTS_OF_EACH_KIND = 4
/** Long, so that estimating its strength takes as long as possible. */
const PASSWORD = 'violet harbour seven lanterns over the quiet green hill 1987'

type Ask = (name: string) => { path: string; body: object }

const KINDS: readonly Ask[] = [
  (name) => ({
    path: '/api/v1/auth/register',
    body: { username: name, email: `${name}@example.com`, password: PASSWORD, confirm_password: PASSWORD },
  }),
  (name) => ({ path: '/api/v1/auth/password/reset', body: { email: `${name}@example.com` } }),
  (name) => ({ path: '/api/v1/auth/login', body: { username: name, password: PASSWORD } }),
]

/**
 * Registers, requests resets and signs in continuously, each request from another IP address. `label` prefixes the
 * usernames.
 */
export function keepStrangersAsking(origin: string, label: string): { end(): Promise<number> } {
  const began = performance.now()
  const state = { isOver: false, asked: 0 }
  const client = async (ask: Ask, number: number) => {
    for (let turn = 0; !state.isOver; turn += 1) {
      const { path, body } = ask(`${label}-${number}-${turn}`)
      const address = `10.${number}.${Math.floor(turn / 250) % 250}.${(turn % 250) + 1}`
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
      await sendRequest(origin, { method: 'POST', path, headers, body: JSON.stringify(body) })
      state.asked += 1
    }
  }
  const clients = Promise.all(
    KINDS.flatMap((ask, kind) =>
      Array.from({ length: CLIENTS_OF_EACH_KIND }, (_, index) => client(ask, kind * CLIENTS_OF_EACH_KIND + index)),
    ),
  )
  return {
    /** Stops the clients and returns how many requests per second they sent. */
    end: async () => {
      state.isOver = true
      await clients
      return (state.asked * 1000) / (performance.now() - began)
    },
  }
}
