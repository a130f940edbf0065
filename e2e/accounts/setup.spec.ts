import { expect, SETUP_CODE, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'
import { startServer } from '@/test/support/servers/server-process'

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('the first visitor sets up the server once, with the code from its terminal', async ({ page, pageErrors }) => {
      const server = await startServer({ env: { SETUP_CODE, REGISTRATION: 'closed', LOG_LEVEL: 'warn' } })
      try {
        await page.goto(server.origin)
        await expect(page).toHaveURL(/\/setup$/)
        await page.getByLabel('Setup code').fill('not-the-code')
        await page.getByLabel('Username').fill('root')
        await page.getByLabel('Email address').fill('root@example.com')
        const password = page.getByLabel('Password', { exact: true })
        await password.fill('correct horse battery staple')
        await expect(password).toHaveAccessibleDescription(/^(Good|Strong)\.$/)
        await page.getByLabel('Confirm password').fill('correct horse battery staple')
        await page.getByRole('button', { name: 'Create administrator account' }).click()
        await expect(page.getByLabel('Setup code')).toHaveAccessibleDescription(/not the setup code printed at startup/)
        await expect(page.getByLabel('Setup code')).toBeFocused()
        await expect(page.getByLabel('Username')).toHaveValue('root')

        await page.getByLabel('Setup code').fill(SETUP_CODE.toLowerCase())
        await page.getByRole('button', { name: 'Create administrator account' }).click()
        await expect(page).toHaveURL(/\/admin$/)
        const steps = page.getByRole('region', { name: 'First steps' })
        await expect(steps.getByRole('link', { name: 'How to set up email' })).toHaveAttribute(
          'href',
          '/docs/server#email',
        )
        await expect(steps.getByRole('button', { name: 'Send a test email' })).toBeHidden()
        await steps.getByRole('button', { name: 'Dismiss' }).click()
        await expect(steps).toBeHidden()
        await page.reload()
        await expect(page.getByRole('heading', { name: 'Sign-ins' })).toBeVisible()
        await expect(steps).toBeHidden()
        // Narrow windows fold the navigation.
        const menu = page.getByRole('button', { name: 'Menu' })
        if (await menu.isVisible()) await menu.click()
        await expect(page.getByText('Administrator', { exact: true })).toBeVisible()

        expect((await page.goto(`${server.origin}/setup`))?.status()).toBe(404)
        expect(pageErrors.splice(0)).toEqual([expect.stringContaining('404')])
        await page.goto(server.origin)
        await expect(page).toHaveURL(/\/admin$/)
      } finally {
        await page.close()
        await server.kill()
      }
    })
  })
}
