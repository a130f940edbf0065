import { expectAccessible } from '@/e2e/support/accessibility'
import { ageSessions } from '@/e2e/support/age-sessions'
import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'

const QUESTION = 'Confirm it’s you'

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('an action that needs a recent password asks for it and then continues on its own', async ({
      page,
      signedIn,
      server,
    }) => {
      const account = await signedIn()
      await page.goto('/settings/tokens')
      ageSessions(server, account)
      await page.getByRole('button', { name: 'Create token' }).click()
      await page.getByRole('dialog').getByLabel('Name').fill('late')
      await page.getByRole('dialog').getByRole('button', { name: 'Create token' }).click()

      const question = page.getByRole('dialog', { name: QUESTION })
      const password = question.getByLabel('Password', { exact: true })
      await expect(question).toHaveAccessibleDescription(/re-enter your password/)
      await expect(password).toBeFocused()
      await expect(password).toHaveAttribute('autocomplete', 'current-password')
      await expectAccessible(page)

      await page.keyboard.press('Enter')
      await expect(password).toHaveAccessibleDescription('Enter your password')
      await page.keyboard.type('not the password')
      await page.keyboard.press('Enter')
      await expect(password).toHaveAccessibleDescription(
        'Incorrect password. After 10 failed attempts, sign-in pauses for 10 to 15 minutes.',
      )
      await expect(password).toBeFocused()

      const [cookieBefore] = await page.context().cookies()
      await password.fill(account.password)
      await page.keyboard.press('Enter')
      await expect(question).toBeHidden()
      await expect(page.getByRole('dialog', { name: 'Copy your new token' })).toBeVisible()
      await expect(page.getByRole('button', { name: /Copy\s+the token/ })).toBeFocused()
      expect((await page.context().cookies())[0]?.value).not.toBe(cookieBefore?.value)

      await page.getByRole('button', { name: 'Done, I’ve saved it' }).click()
      await expect(page.getByRole('row', { name: /late/ })).toBeVisible()
    })

    test('canceling the password prompt returns to the unchanged form, which can be submitted later', async ({
      page,
      signedIn,
      server,
    }) => {
      const account = await signedIn()
      await page.goto('/settings/tokens')
      ageSessions(server, account)
      await page.getByRole('button', { name: 'Create token' }).click()
      const form = page.getByRole('dialog', { name: 'Create token' })
      const send = form.getByRole('button', { name: 'Create token' })
      const question = page.getByRole('dialog', { name: QUESTION })
      await form.getByLabel('Name').fill('later')
      await form.getByRole('group', { name: 'Expires in' }).getByText('7 days').click()

      for (const leave of [
        () => page.keyboard.press('Escape'),
        () => question.getByRole('button', { name: 'Cancel' }).click(),
      ]) {
        await send.click()
        await expect(question.getByLabel('Password', { exact: true })).toBeFocused()
        await leave()
        await expect(question).toBeHidden()
        await expect(send).toBeFocused()
        await expect(form.getByLabel('Name')).toHaveValue('later')
        await expect(form.getByRole('radio', { name: '7 days' })).toBeChecked()
        await expect(form.getByRole('alert')).toHaveCount(0)
      }

      await send.click()
      await question.getByLabel('Password', { exact: true }).fill(account.password)
      await question.getByRole('button', { name: 'Continue' }).click()
      await expect(page.getByRole('dialog', { name: 'Copy your new token' })).toBeVisible()
    })
  })
}

test('a session lost during the password prompt leads to the sign-in page', async ({ page, signedIn, server }) => {
  const account = await signedIn()
  await page.goto('/settings/tokens')
  ageSessions(server, account)
  await page.getByRole('button', { name: 'Create token' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('late')
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: QUESTION })
  await question.getByLabel('Password', { exact: true }).fill(account.password)
  await page.context().clearCookies()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/login?next=%2Fsettings%2Ftokens&ended=1')
})
