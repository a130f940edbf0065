import { expect, type BrowserContext } from 'playwright/test'

/** Creates a token for the signed-in account through the API, without opening a page. */
export async function createToken(
  context: BrowserContext,
  origin: string,
  input: { name: string; scopes?: string[]; never?: true; expires_in_seconds?: number; idle_seconds?: number },
): Promise<{ id: string; key: string }> {
  const response = await context.request.post(`${origin}/api/v1/auth/tokens`, { headers: { origin }, data: input })
  expect(response.status(), await response.text()).toBe(201)
  return (await response.json()) as { id: string; key: string }
}
