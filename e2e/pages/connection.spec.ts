import type { Page } from 'playwright/test'
import { signInAsAdministrator } from '@/e2e/support/administrator'
import { expect, test } from '@/e2e/support/fixtures'
import { expectFit } from '@/e2e/support/expect-fit'
import { inDatabaseOf } from '@/e2e/support/in-database-of'
import { createToken } from '@/e2e/support/tokens'

const LOST = 'Connection lost. Check your network and try again.'
const OUTDATED = 'A new version is available. Reload the page to continue.'
const SCRIPTS = '**/_next/static/**'

/** Fails every request from now on, like a device that goes offline. */
const cutOff = (page: Page) => page.route('**/*', (route) => route.abort())
/** Removes the scripts of the loaded page, like an upgrade of the server. */
const upgrade = (page: Page) => page.route(SCRIPTS, (route) => route.fulfill({ status: 404 }))

/** Finds a visible text in a toast, an alert, or a status message. */
const said = (page: Page, words: string) =>
  page.locator('li, [role=alert], main [role=status]').filter({ hasText: words, visible: true })

/** Controls on signed-in pages that load something when they are used. */
const CONTROLS: readonly (readonly [path: string, names: readonly (string | RegExp)[]])[] = [
  ['/settings/tokens', ['Create token', 'Actions for backup', 'Sign out']],
  ['/settings/tokens?show=unused', ['Revoke unused token…']],
  ['/settings/devices', ['Rename…', /^Actions for/, 'Sign out all other devices…']],
  ['/settings/profile', ['Save', 'Change email', 'Resend email']],
  ['/settings/security', ['Change password', 'Delete account…']],
  ['/settings/tokens/new?name=ci', ['Create token']],
  ['/admin/users', ['Create account', /^Actions for/]],
  ['/admin/users/invites', ['Create invitation link']],
  ['/admin/tokens', ['Look up a leaked token', /^Revoke backup/]],
  ['/admin/audit', ['Export CSV']],
]

test('every control on the signed-in pages reports a lost connection', async ({
  page,
  context,
  server,
  newAccount,
  pageErrors,
}) => {
  const { username, password } = await signInAsAdministrator(context, server)
  await newAccount()
  await createToken(context, server.origin, { name: 'backup' })
  inDatabaseOf(server, `UPDATE token SET created_at = '2020-01-01T00:00:00.000+00:00' WHERE name = 'backup'`)
  inDatabaseOf(server, `UPDATE account SET email_verified_at = NULL WHERE username = ?`, username)
  await context.request.post('/api/v1/auth/login', { data: { username, password } })
  for (const [path, names] of CONTROLS) {
    await page.goto(path)
    for (const [index, name] of names.entries()) {
      const control = page.getByRole('button', { name, exact: true }).first()
      await expect(control, `${path} ${String(name)}`).toBeEnabled()
      if (index === 0) await cutOff(page)
      await control.click()
      await expect(said(page, LOST), `${path} ${String(name)}`).toHaveCount(index + 1)
    }
    await page.unrouteAll()
  }
  pageErrors.splice(0)
})

test('a dialog that could not load opens after Try again', async ({ page, signedIn, pageErrors }) => {
  await signedIn()
  await page.goto('/settings/tokens')
  await expect(page.getByRole('button', { name: 'Create token' })).toBeVisible()
  await cutOff(page)
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(said(page, LOST)).toBeVisible()
  await expectFit(page, 'connection-lost', { part: 'main' })
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: 'Create token' })).toBeVisible()
  pageErrors.splice(0)
})

test('after an upgrade a page asks for a reload, keeps what was typed, and can still sign out', async ({
  page,
  signedIn,
  context,
  server,
  pageErrors,
}) => {
  await signedIn()
  await createToken(context, server.origin, { name: 'backup' })
  await page.goto('/settings/profile')
  await page.getByLabel('First name').fill('Maya')
  await upgrade(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, OUTDATED)).toBeVisible()
  await page.unrouteAll()
  await page.reload()
  await expect(page.getByLabel('First name')).toHaveValue('Maya')

  await page.goto('/settings/tokens')
  await upgrade(page)
  await page.getByRole('button', { name: 'Actions for backup' }).click()
  await expect(said(page, OUTDATED)).toBeVisible()
  await expectFit(page, 'new-version', { part: 'main' })
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Reload' }).click()
  await page.getByRole('button', { name: 'Actions for backup' }).click()
  await expect(page.getByRole('menuitem', { name: 'Revoke…' })).toBeVisible()
  await page.keyboard.press('Escape')

  await upgrade(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/login')
  // The sign-in page requests the missing scripts too. Closing the page stops it from reporting more errors.
  await page.close()
  pageErrors.splice(0)
})

test('a page whose script fails to load says so instead of blaming the server', async ({
  page,
  signedIn,
  pageErrors,
}) => {
  await signedIn()
  await page.goto('/settings/tokens')
  await expect(page.getByRole('button', { name: 'Create token' })).toBeVisible()
  await page.route(SCRIPTS, (route) => route.abort())
  await page.getByRole('link', { name: 'Security' }).click()
  await expect(page.getByRole('heading', { name: 'This page didn’t load' })).toBeVisible()
  await expectFit(page, 'page-not-loaded')
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  pageErrors.splice(0)
})
