import { submitSignIn } from '@/e2e/support/accounts'
import { randomUUID } from 'node:crypto'
import { expect, test } from '@/e2e/support/fixtures'
import { openLink } from '@/e2e/support/links'
import { windows } from '@/e2e/support/windows'

test.use({ serverSettings: { REQUIRE_EMAIL_VERIFICATION: 'true' } })

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('a new account can sign in only after it confirms its email address', async ({ page, mail }) => {
      const username = `maya-${randomUUID().slice(0, 8)}`
      const [email, password] = [`${username}@example.com`, 'quiet harbour lanterns']
      await page.goto('/register')
      await page.getByLabel('Username').fill(username)
      await page.getByLabel('Email address').fill(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByLabel('Confirm password').fill(password)
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByText(`Check your inbox at ${email}`)).toBeVisible()

      const signIn = async () => {
        await page.goto('/login')
        await submitSignIn(page, username, password)
      }
      await signIn()
      await expect(page.getByRole('alert').filter({ hasText: 'Incorrect username or password.' })).toBeVisible()
      await openLink(page, await mail.mailTo(email, /Confirm/))
      await page.getByRole('button', { name: 'Confirm email' }).click()
      await expect(page.getByText(`${email} is confirmed.`)).toBeVisible()
      await signIn()
      await expect(page).toHaveURL('/settings/tokens')
    })
  })
}
