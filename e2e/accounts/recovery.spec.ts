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
      await page.getByRole('link', { name: 'Reset it' }).click()
      await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible()
      await page.getByLabel('Email address').fill(email)
      await page.getByRole('button', { name: 'Send reset link' }).click()
      await expect(page.getByText('is on its way')).toBeVisible()

      const received = await mail.mailTo(email, /Reset your password/)
      await openLink(page, received)
      await expect(page.getByText('backup')).toBeVisible()
      await page.goto('/login')
      // Opening the link does not use it up.
      await openLink(page, received)
      await page.getByRole('radio', { name: 'Keep tokens' }).check({ force: true })
      await page.getByLabel('New password', { exact: true }).fill(NEW)
      await expect(page.getByLabel('New password', { exact: true })).toHaveAccessibleDescription('Strong.')
      await page.getByLabel('Confirm new password').fill(NEW)
      await page.getByRole('button', { name: 'Set password' }).click()
      await expect(page.getByText('Password set.')).toBeVisible()
      const verified = await page.request.get('/api/v1/auth/verify', { headers: { authorization: `Token ${key}` } })
      expect(verified.status()).toBe(200)

      await page.getByRole('link', { name: 'Sign in' }).click()
      await submitSignIn(page, username, NEW)
      await expect(page).toHaveURL('/settings/tokens')

      await context.clearCookies()
      await page.goto(linkIn(received))
      await expect(page.getByRole('alert').filter({ hasText: 'This link has expired, was already used' })).toBeVisible()
    })

    test('changes an email address with a link to the new one, and back with a link to the old one', async ({
      page,
      mail,
      signedIn,
    }) => {
      const { email } = await signedIn()
      await page.goto('/settings/profile')
      await expect(page.getByText(`${email} isn’t confirmed yet`)).toBeVisible()
      await page.getByRole('button', { name: 'Resend email' }).click()
      await expect(page.getByRole('listitem').filter({ hasText: `We sent a link to ${email}` })).toBeVisible()
      // The new link replaces the one in the first email.
      const confirmations = () =>
        mail.received.filter(
          ({ recipients, subject }) => recipients.includes(email) && /Confirm your email/.test(subject),
        )
      await expect.poll(() => confirmations().length).toBe(2)
      for (const newest of confirmations().slice(-1)) await openLink(page, newest)
      await page.getByRole('button', { name: 'Confirm email' }).click()
      await expect(page.getByText(`${email} is confirmed.`)).toBeVisible()

      await page.goto('/settings/profile')
      await expect(page.getByText('isn’t confirmed yet')).toBeHidden()
      await page.getByLabel('New email address').fill(`new-${email}`)
      await page.getByRole('button', { name: 'Change email' }).click()
      await expect(page.getByText(`Check new-${email} and click the link to finish.`)).toBeVisible()
      await openLink(page, await mail.mailTo(`new-${email}`, /Confirm your new/))
      await page.getByRole('button', { name: 'Confirm new email' }).click()
      await expect(page.getByText(`Your account now uses new-${email}.`)).toBeVisible()

      await openLink(page, await mail.mailTo(email, /was changed/))
      await page.getByRole('button', { name: 'Undo change' }).click()
      await expect(page.getByText(`${email} is your account’s email address again.`)).toBeVisible()
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
