import { expect, type BrowserContext } from 'playwright/test'
import { signIn, type TestAccount } from '@/e2e/support/accounts'
import { SETUP_CODE } from '@/e2e/support/fixtures'
import type { ServerProcess } from '@/test/support/servers/server-process'

const ADMINISTRATOR = {
  id: '',
  username: 'ada',
  email: 'ada@example.com',
  password: 'violet harbour seven lanterns',
}

/** Signs the browser in as the server’s administrator, and creates that account first if the server has none. */
export async function signInAsAdministrator(context: BrowserContext, { origin }: ServerProcess): Promise<TestAccount> {
  const { username, email, password } = ADMINISTRATOR
  const made = await context.request.post(`${origin}/api/v1/setup`, {
    headers: { origin },
    data: { username, email, password, confirm_password: password, setup_code: SETUP_CODE },
  })
  expect([201, 404]).toContain(made.status())
  await signIn(context, origin, ADMINISTRATOR)
  return ADMINISTRATOR
}
