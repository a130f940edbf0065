import { submitSignIn } from '@/e2e/support/accounts'
import { expect, test } from '@/e2e/support/fixtures'
import { linkIn, openLink } from '@/e2e/support/links'
import { createToken } from '@/e2e/support/tokens'
import { windows } from '@/e2e/support/windows'

const NEW = 'nine lanterns over the quiet harbour'

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('resets a forgotten password with a link and keeps the tokens that the owner wants to keep', async ({
      page,
      mail,
      signedIn,
      context,
      server,
    }) => {
      const { email, username } = await signedIn()
      const { key } = await createToken(context, server.origin, { name: 'backup' })
      await context.clearCookies()
      await page.goto('/login')
      await page.getByRole('link', { name: 'Choose a new one' }).click()
      await expect(page.getByRole('heading', { name: 'Forgotten password' })).toBeVisible()
      await page.getByLabel('E-mail address').fill(email)
      await page.getByRole('button', { name: 'Mail me a link' }).click()
      await expect(page.getByText('is on its way')).toBeVisible()

      const received = await mail.mailTo(email, /Choose a new password/)
      await openLink(page, received)
      await expect(page.getByText('backup')).toBeVisible()
      await page.goto('/login')
      // Opening the link does not use it up.
      await openLink(page, received)
      await page.getByRole('radio', { name: 'Keep them' }).check({ force: true })
      await page.getByLabel('New password', { exact: true }).fill(NEW)
      await expect(page.getByLabel('New password', { exact: true })).toHaveAccessibleDescription('Strong.')
      await page.getByLabel('Repeat the new password').fill(NEW)
      await page.getByRole('button', { name: 'Set the password' }).click()
      await expect(page.getByText('Your new password is set.')).toBeVisible()
      const verified = await page.request.get('/api/v1/auth/verify', { headers: { authorization: `Token ${key}` } })
      expect(verified.status()).toBe(200)

      await page.getByRole('link', { name: 'Sign in' }).click()
      await submitSignIn(page, username, NEW)
      await expect(page).toHaveURL('/settings/tokens')

      await context.clearCookies()
      await page.goto(linkIn(received))
      await expect(page.getByRole('alert').filter({ hasText: 'not valid any more' })).toBeVisible()
    })

    test('changes an email address with a link to the new one, and back with a link to the old one', async ({
      page,
      mail,
      signedIn,
    }) => {
      const { email } = await signedIn()
      await page.goto('/settings/profile')
      await expect(page.getByText(`${email} is not confirmed yet`)).toBeVisible()
      await openLink(page, await mail.mailTo(email, /Confirm your e-mail/))
      await page.getByRole('button', { name: 'Confirm the address' }).click()
      await expect(page.getByText(`${email} is confirmed.`)).toBeVisible()

      await page.goto('/settings/profile')
      await expect(page.getByText('is not confirmed yet')).toBeHidden()
      await page.getByLabel('New e-mail address').fill(`new-${email}`)
      await page.getByRole('button', { name: 'Change the address' }).click()
      await expect(page.getByText(`A link was mailed to new-${email}.`)).toBeVisible()
      await openLink(page, await mail.mailTo(`new-${email}`, /Confirm your new/))
      await page.getByRole('button', { name: 'Use this address' }).click()
      await expect(page.getByText(`Your account now uses new-${email}.`)).toBeVisible()

      await openLink(page, await mail.mailTo(email, /was changed/))
      await page.getByRole('button', { name: 'Undo the change' }).click()
      await expect(page.getByText(`Your account uses ${email} again.`)).toBeVisible()
      await page.goto('/settings/profile')
      await expect(page).toHaveURL('/login?next=%2Fsettings%2Fprofile&ended=1')
    })
  })
}

test('returns to the requested page after sign-in, and never to another site', async ({ page, newAccount }) => {
  const { username, password } = await newAccount()
  const signIn = async () => {
    await submitSignIn(page, username, password)
  }
  await page.goto('/settings/devices')
  await signIn()
  await expect(page).toHaveURL('/settings/devices')
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/api/v1/auth/user']) {
    await page.context().clearCookies()
    await page.goto(`/login?next=${encodeURIComponent(next)}`)
    await signIn()
    await expect(page).toHaveURL('/settings/tokens')
  }
})
