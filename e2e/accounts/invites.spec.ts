import { submitSignIn } from '@/e2e/support/accounts'
import { expectAccessible } from '@/e2e/support/accessibility'
import { signInAsAdministrator } from '@/e2e/support/administrator'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { inDatabaseOf } from '@/e2e/support/in-database-of'
import { windows } from '@/e2e/support/windows'

test.use({ serverSettings: { REGISTRATION: 'invite' } })

for (const { name, width, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('an administrator creates an invitation link, and a guest creates an account with it', async ({
      page,
      browser,
      server,
    }) => {
      const { username, password } = await signInAsAdministrator(page.context(), server)
      await page.context().clearCookies()
      await page.goto('/login')
      await submitSignIn(page, username, password)
      await expect(page).toHaveURL('/admin')
      await page.goto('/admin/users')
      await page.getByRole('link', { name: 'Invitations' }).click()
      await page.getByRole('button', { name: 'Create invitation link' }).click()
      // The test at the other window size has left invitations here.
      const newest = page.getByRole('row', { name: /Anyone with the link/ }).first()
      const link = (await page.locator('code').textContent()) ?? ''
      expect(link).toMatch(new RegExp(`^${server.origin}/register#invite=[0-9A-Za-z]{30}$`))
      await expect(newest).toContainText('Pending')
      await expectAccessible(page)

      const guest = await (await browser.newContext(use)).newPage()
      await guest.goto(link)
      await expect(guest).toHaveURL(`${server.origin}/register`)
      await guest.reload()
      await guest.getByLabel('Username').fill(`maya-${width}`)
      await guest.getByLabel('Email address').fill(`maya-${width}@example.com`)
      await guest.getByLabel('Password', { exact: true }).fill('quiet harbour lanterns')
      await guest.getByLabel('Confirm password').fill('quiet harbour lanterns')
      await guest.getByRole('button', { name: 'Create account' }).click()
      await expect(guest).toHaveURL(`${server.origin}/settings/tokens`)
      expect((await guest.goto(`${server.origin}/admin`))?.status()).toBe(404)
      await guest.context().close()

      await page.reload()
      await expect(newest).toContainText('Used')
      await page.getByRole('button', { name: 'Create invitation link' }).click()
      await page.getByRole('button', { name: 'Revoke' }).click()
      await expect(page.getByRole('button', { name: 'Revoke' })).toBeHidden()
    })
  })
}

test('the invitations page fits and is accessible', async ({ page, server }) => {
  await signInAsAdministrator(page.context(), server)
  await page.goto('/admin/users/invites')
  await page.getByRole('button', { name: 'Create invitation link' }).click()
  await expect(page.getByRole('row', { name: /Anyone with the link/ }).first()).toContainText('Pending')
  await expectFit(page, 'admin-invites')
})

test('a failing page answers 500 without a reason, and recovers with Try again', async ({
  page,
  pageErrors,
  server,
}) => {
  await signInAsAdministrator(page.context(), server)
  inDatabaseOf(server, 'ALTER TABLE one_time_code RENAME TO one_time_code_away')
  try {
    expect((await page.goto('/admin/users/invites'))?.status()).toBe(500)
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
    expect(await page.content()).not.toMatch(/prisma|sqlite|no such table|one_time_code/i)
    await expectFit(page, 'failure-admin')
  } finally {
    inDatabaseOf(server, 'ALTER TABLE one_time_code_away RENAME TO one_time_code')
  }
  expect(pageErrors.splice(0)).not.toEqual([])
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Invitations', exact: true })).toBeVisible()
})
