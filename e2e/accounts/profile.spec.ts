import { ageSessions } from '@/e2e/support/age-sessions'
import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('saves new names, and asks for the password before it saves a new username', async ({
      page,
      signedIn,
      newAccount,
      server,
    }) => {
      const taken = await newAccount()
      const account = await signedIn()
      await page.goto('/settings/profile')
      ageSessions(server, account)
      await page.getByLabel('First name').fill('Maya')
      await page.getByLabel('Last name').fill('Ortiz')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Profile saved.')).toBeVisible()

      await page.getByLabel('Username').fill(taken.username)
      await page.getByRole('button', { name: 'Save' }).click()
      const question = page.getByRole('dialog', { name: 'Confirm it’s you' })
      await expect(question.getByLabel('Password', { exact: true })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(question).toBeHidden()
      await expect(page.getByLabel('Username')).toHaveValue(taken.username)
      await page.getByRole('button', { name: 'Save' }).click()
      await question.getByLabel('Password', { exact: true }).fill(account.password)
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('Username')).toHaveAccessibleDescription('That username is taken')
      await expect(page.getByLabel('Username')).toBeFocused()

      const username = `${account.username}-renamed`
      await page.getByLabel('Username').fill(username)
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Profile saved.')).toBeVisible()
      await page.reload()
      await expect(page.getByLabel('Username')).toHaveValue(username)
      await expect(page.getByLabel('First name')).toHaveValue('Maya')
      await expect(page.getByText(account.email, { exact: true })).toBeVisible()
      await expect(page.getByText(account.id)).toBeVisible()
    })
  })
}
