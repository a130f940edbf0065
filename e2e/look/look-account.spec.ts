import { registerAccount, signIn, submitSignIn } from '@/e2e/support/accounts'
import { ageSessions } from '@/e2e/support/age-sessions'
import { signInElsewhere, USER_AGENTS } from '@/e2e/support/devices'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { startServer } from '@/test/support/servers/server-process'

const { firefoxOnLinux, safariOnIos, curl } = USER_AGENTS

test('the devices page and its dialogs fit and are accessible', async ({ page, playwright, signedIn, server }) => {
  const account = await signedIn()
  await page.goto('/settings/devices')
  await expect(page.getByRole('heading', { name: 'No other devices' })).toBeVisible()
  await expectFit(page, 'devices-empty')

  for (const elsewhere of [
    { userAgent: curl, door: 'login', device_name: 'greenhouse-gateway' },
    { userAgent: safariOnIos, door: 'session' },
    { userAgent: firefoxOnLinux, door: 'session', device_name: 'Old laptop' },
  ] as const) {
    const device = await signInElsewhere(playwright.request, server.origin, account, elsewhere)
    if (elsewhere.door === 'session') await device.isSignedIn()
  }
  await page.reload()
  await expectFit(page, 'devices')

  await page.getByRole('button', { name: 'Actions for Old laptop' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectFit(page, 'device-menu')
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectFit(page, 'device-rename')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sign out all other devices' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectFit(page, 'devices-sign-out-others')
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Select Old laptop' }).check()
  await page.getByRole('checkbox', { name: 'Select greenhouse-gateway' }).check()
  await expectFit(page, 'devices-selected')
  await page.getByRole('region', { name: 'Selected devices' }).getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectFit(page, 'devices-sign-out-several')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('2 devices signed out.').first()).toBeVisible()
  await expectFit(page, 'devices-signed-out')
})

test('the security page and its dialog fit and are accessible', async ({ page, signedIn }) => {
  const account = await signedIn()
  await page.goto('/settings/security')
  await expectFit(page, 'security')
  await page.getByLabel('New password', { exact: true }).fill('password1234')
  await expect(page.getByText(/Too easy to guess/)).toBeVisible()
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('Current password')).toBeFocused()
  await expectFit(page, 'security-refused')
  await page.getByLabel('Current password').fill(account.password)
  await page.getByLabel('New password', { exact: true }).fill('violet-harbour-seven-lanterns')
  await page.getByLabel('Confirm new password').fill('violet-harbour-seven-lanterns')
  await page.getByText('Revoke all tokens').click()
  await expect(page.getByText('Strong.')).toBeVisible()
  await expectFit(page, 'security-strong')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText(/^Password changed\./)).toBeVisible()
  await expectFit(page, 'security-changed')
  await page.getByRole('button', { name: 'Delete account' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete account permanently' }).click()
  await expect(page.getByText('Enter your password', { exact: true })).toBeVisible()
  await expectFit(page, 'security-delete-refused')
  await page.goto('/settings/activity')
  await expect(page.getByText('Password changed')).toBeVisible()
  await expectFit(page, 'activity')
})

test('the API page fits and is accessible, signed in or not', async ({ page, signedIn }) => {
  // This is by far the longest page.
  test.slow()
  await page.goto('/docs/api')
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  // Only the header differs from the signed-in page, which is checked in full below.
  await expectFit(page, 'api', { part: 'header' })
  await signedIn()
  await page.reload()
  const folds = page.locator('#post-v1-auth-tokens, #post-v1-auth-login').locator('xpath=../..').locator('summary')
  for (const fold of await folds.all()) await fold.click()
  await expectFit(page, 'api-signed-in')
})

test('the profile page, its password prompt, and the folded navigation fit and are accessible', async ({
  page,
  signedIn,
  server,
}) => {
  const account = await signedIn()
  await page.goto('/settings/profile')
  await page.getByLabel('First name').fill('Maya')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Profile saved.')).toBeVisible()
  await expectFit(page, 'profile')
  ageSessions(server, account)
  await page.getByLabel('Username').fill(`${account.username}-2`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog', { name: 'Confirm it’s you' })).toBeVisible()
  await expectFit(page, 'profile-step-up')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 360, height: 800 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await expectFit(page, 'navigation', { widthMax: 360 })
})

test('the choice of sessions to sign out fits and is accessible', async ({ browser, page, playwright }) => {
  const server = await startServer({
    env: { SESSION_POLICY: 'limit:2', SESSION_OVERFLOW: 'ask', LOG_LEVEL: 'warn' },
  })
  try {
    const elsewhere = await browser.newContext({ baseURL: server.origin })
    const account = await registerAccount(elsewhere.request)
    await signIn(elsewhere, server.origin, account)
    await elsewhere.request.get('/api/v1/auth/user')
    const phone = { userAgent: safariOnIos, door: 'login', device_name: 'My phone' } as const
    await signInElsewhere(playwright.request, server.origin, account, phone)
    await elsewhere.close()

    await page.goto(`${server.origin}/login`)
    await submitSignIn(page, account.username, account.password)
    await page.getByRole('radio', { name: /My phone/ }).check()
    await expectFit(page, 'sign-out-step')
  } finally {
    await server.stop()
  }
})
