import { ageSessions } from '@/e2e/support/age-sessions'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { startServer } from '@/test/support/servers/server-process'

test('the setup page fits and is accessible', async ({ page }) => {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } })
  try {
    await page.goto(`${server.origin}/setup`)
    await expect(page.getByRole('heading', { name: 'Set up Latchkey' })).toBeVisible()
    await expectFit(page, 'setup')
    await page.getByRole('button', { name: 'Create administrator account' }).click()
    await expect(page.getByLabel('Setup code')).toBeFocused()
    await expectFit(page, 'setup-refused')
  } finally {
    await server.stop()
  }
})

test('the pages before sign-in fit and are accessible, and so does a rejected form', async ({ page }) => {
  await page.goto('/login')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectFit(page, 'login')
  await page.goto('/register')
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible()
  await expectFit(page, 'register')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByLabel('Username')).toBeFocused()
  await page.getByLabel('Password', { exact: true }).fill('password1234')
  await expect(page.getByText(/Too easy to guess/)).toBeVisible()
  await expectFit(page, 'register-refused')
})

test('the page for an unknown path answers 404, fits, and is accessible', async ({ page, pageErrors }) => {
  expect((await page.goto('/nowhere'))?.status()).toBe(404)
  expect(pageErrors.splice(0)).toEqual([expect.stringContaining('404')])
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  await expectFit(page, 'nowhere')
})

test('the password prompt fits and is accessible', async ({ page, signedIn, server }) => {
  const account = await signedIn()
  await page.goto('/settings/tokens')
  ageSessions(server, account)
  await page.getByRole('button', { name: 'Create token' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('weather-station')
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Confirm it’s you' })
  await expect(question).toBeVisible()
  await expectFit(page, 'step-up')
  await question.getByLabel('Password', { exact: true }).fill('not the password')
  await page.keyboard.press('Enter')
  await expect(
    question.getByText('Incorrect password. After 10 failed attempts, sign-in pauses for 10 to 15 minutes.'),
  ).toBeVisible()
  await expectFit(page, 'step-up-refused')
})
