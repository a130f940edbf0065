import { expectSignedInAs } from '@/e2e/support/expect-signed-in'
import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('anyone can read the API page, find an endpoint, and copy its command', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto('/docs/api')
      await page
        .getByRole('navigation', { name: 'Endpoints' })
        .getByRole('link', { name: 'POST /auth/login', exact: true })
        .click()
      const call = page.getByRole('article', { name: 'POST /api/v1/auth/login', exact: true })
      await expect(call).toBeInViewport()
      await call.getByText('Request body').click()
      await expect(call.getByText('device_name')).toBeVisible()
      await call.getByText('Errors', { exact: true }).click()
      await expect(call.getByText('credentials_invalid')).toBeVisible()

      await call.getByRole('button', { name: /^Copy/ }).click()
      const command = await page.evaluate(() => navigator.clipboard.readText())
      expect(command).toContain(`curl "${new URL(page.url()).origin}/api/v1/auth/login"`)
      await page.getByRole('link', { name: 'Sign in' }).click()
      await expect(page).toHaveURL('/login')
    })

    test('the API page keeps the navigation of a signed-in account', async ({ page, signedIn }) => {
      const { username } = await signedIn()
      await page.goto('/docs/api')
      await expect(page.getByRole('heading', { level: 1, name: 'API reference' })).toBeVisible()
      await expectSignedInAs(page, username)
    })
  })
}
