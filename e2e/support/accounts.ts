import { randomUUID } from 'node:crypto'
import { expect, type APIRequestContext, type BrowserContext, type Page } from 'playwright/test'

/** An account created for one test, with its plaintext password. */
export interface TestAccount {
  id: string
  username: string
  email: string
  password: string
}

/** Registers an account that no other test uses, on the test’s server or on another one. */
export async function registerAccount(request: APIRequestContext, origin = ''): Promise<TestAccount> {
  const username = `user-${randomUUID().slice(0, 8)}`
  const credentials = {
    username,
    email: `${username}@example.com`,
    password: `quiet-harbour-${randomUUID().slice(0, 4)}`,
  }
  const response = await request.post(`${origin}/api/v1/auth/register`, {
    data: { ...credentials, confirm_password: credentials.password },
  })
  expect(response.status(), await response.text()).toBe(201)
  const { id } = (await response.json()) as { id: string }
  return { id, ...credentials }
}

/** Signs the browser in as `account` through the API, without opening a page. */
export async function signIn(context: BrowserContext, origin: string, account: TestAccount): Promise<void> {
  const response = await context.request.post(`${origin}/api/v1/auth/session`, {
    headers: { origin },
    data: { username: account.username, password: account.password },
  })
  expect(response.status(), await response.text()).toBe(200)
}

/** Fills in and submits the sign-in form on the current page. */
export async function submitSignIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Username or email address').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
