import { registerAccount, signIn } from '@/e2e/support/accounts'
import { signInElsewhere, USER_AGENTS } from '@/e2e/support/devices'
import { askForAccess } from '@/e2e/support/device-requests'
import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServer({ env: { SESSION_POLICY: 'limit:2', SESSION_OVERFLOW: 'ask', LOG_LEVEL: 'warn' } })
})
test.afterAll(() => server.stop())

const NAMES = ['My phone', 'Old laptop'] as const

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('an account at its session limit chooses what to sign out in order to sign in', async ({
      page,
      playwright,
    }) => {
      const request = await playwright.request.newContext({ baseURL: server.origin })
      const account = await registerAccount(request)
      const [phone, laptop] = await Promise.all(
        NAMES.map((device_name) =>
          signInElsewhere(playwright.request, server.origin, account, {
            userAgent: USER_AGENTS.curl,
            door: 'login',
            device_name,
          }),
        ),
      )
      await page.goto(`${server.origin}/login`)
      await page.getByLabel('Username or email address').fill(account.username)
      await page.getByLabel('Password', { exact: true }).fill(account.password)
      await page.keyboard.press('Enter')
      const heading = page.getByRole('heading', { name: 'Too many devices' })
      await expect(heading).toBeFocused()
      await expect(page.getByRole('main').getByRole('radio')).toHaveCount(2)

      await page.getByRole('button', { name: 'Back' }).click()
      await expect(page.getByLabel('Username or email address')).toHaveValue(account.username)
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue(account.password)
      await page.getByRole('button', { name: 'Sign in' }).click()

      const send = page.getByRole('button', { name: 'Sign out selected and continue' })
      await send.click()
      await expect(page.getByRole('alert').filter({ hasText: 'Select a device.' })).toBeVisible()
      await page.getByRole('radio', { name: /Old laptop/ }).check()
      await send.click()
      await expect(page).toHaveURL(`${server.origin}/settings/tokens`)
      await expect(page.getByText(account.username, { exact: true })).toBeAttached()
      expect([await phone?.isSignedIn(), await laptop?.isSignedIn()]).toEqual([true, false])
    })
  })
}

test('an account at its session limit chooses what to sign out in order to approve an app', async ({
  page,
  context,
  playwright,
}) => {
  const request = await playwright.request.newContext({ baseURL: server.origin })
  const account = await registerAccount(request)
  const phone = await signInElsewhere(playwright.request, server.origin, account, {
    userAgent: USER_AGENTS.curl,
    door: 'login',
    device_name: 'My phone',
  })
  await signIn(context, server.origin, account)
  const app = await askForAccess(request, { client_id: 'photo-frame', token_kind: 'device' })
  await page.goto(`${server.origin}/device`)
  await page.getByLabel('Code').fill(app.code)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('heading', { name: 'Too many devices' })).toBeFocused()

  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('heading', { name: 'Let this app act as you?' })).toBeVisible()
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('radio', { name: /My phone/ }).check()
  await page.getByRole('button', { name: 'Sign out selected and continue' }).click()
  await expect(page.getByRole('heading', { name: 'Approved' })).toBeFocused()
  expect(await app.poll()).toMatchObject({ kind: 'device' })
  expect(await phone.isSignedIn()).toBe(false)
})
