import { expect, type APIRequest } from 'playwright/test'
import type { TestAccount } from '@/e2e/support/accounts'

const MOZILLA = 'Mozilla/5.0'

/** User-Agent headers of some clients. */
export const USER_AGENTS = {
  firefoxOnLinux: `${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`,
  safariOnIos: `${MOZILLA} (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1`,
  curl: 'curl/8.5.0',
} as const

/** A client that signs in elsewhere, outside the browser of the test. */
interface Elsewhere {
  userAgent: string
  door: 'session' | 'login'
  device_name?: string
}

/** Signs `account` in on another device and returns a function that checks whether it is still signed in. */
export async function signInElsewhere(
  clients: APIRequest,
  origin: string,
  { username, password }: TestAccount,
  { userAgent, door, device_name }: Elsewhere,
): Promise<{ isSignedIn: () => Promise<boolean> }> {
  const request = await clients.newContext({ baseURL: origin, userAgent, extraHTTPHeaders: { origin } })
  const response = await request.post(`/api/v1/auth/${door}`, {
    data: { username, password, ...(device_name !== undefined && { device_name }) },
  })
  expect(response.status(), await response.text()).toBe(200)
  const { key } = (await response.json()) as { key?: string }
  const headers = key === undefined ? {} : { authorization: `Token ${key}` }
  return {
    isSignedIn: async () => (await request.get('/api/v1/auth/user', { headers })).ok(),
  }
}
