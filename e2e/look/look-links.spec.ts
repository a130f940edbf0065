import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { openLink } from '@/e2e/support/links'
import { createToken } from '@/e2e/support/tokens'

test('the password reset fits and is accessible from request to result', async ({
  page,
  mail,
  signedIn,
  context,
  server,
}) => {
  const { email } = await signedIn()
  for (const name of ['backup-script', 'greenhouse-sensor-2']) await createToken(context, server.origin, { name })
  await context.clearCookies()
  await page.goto('/forgot-password')
  await expectFit(page, 'forgot-password')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send reset link' }).click()
  await expect(page.getByText('is on its way')).toBeVisible()
  await expectFit(page, 'forgot-password-sent')

  await openLink(page, await mail.mailTo(email, /Reset your password/))
  const password = page.getByLabel('New password', { exact: true })
  await password.fill('violet-harbour-seven-lanterns')
  await expect(password).toHaveAccessibleDescription('Strong.')
  await expectFit(page, 'reset-password')
  await page.getByLabel('Confirm new password').fill('violet-harbour-seven-lanterns')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByText('Password set.')).toBeVisible()
  await expectFit(page, 'reset-password-set')
  await page.goto('/reset-password#uid=x&token=y')
  await expect(page.getByRole('alert').filter({ hasText: 'This link has expired, was already used' })).toBeVisible()
  await expectFit(page, 'reset-password-refused')
})

for (const [path, button] of [
  ['verify-email', 'Confirm email'],
  ['confirm-email', 'Confirm new email'],
  ['undo-email', 'Undo change'],
] as const) {
  test(`${path} fits and is accessible, and so it is when the link is of no use`, async ({ page }) => {
    await page.goto(`/${path}#key=x`)
    await expect(page.getByRole('button', { name: button })).toBeEnabled()
    await expectFit(page, path)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'This link has expired, was already used' })).toBeVisible()
    await expect(page.getByRole('button', { name: button })).toBeHidden()
    await expectFit(page, `${path}-refused`)
  })
}

test('the page that confirms an email address fits and is accessible afterwards', async ({
  page,
  mail,
  newAccount,
}) => {
  const { email } = await newAccount()
  await openLink(page, await mail.mailTo(email, /Confirm your email/))
  await page.getByRole('button', { name: 'Confirm email' }).click()
  await expect(page.getByText(`${email} is confirmed.`)).toBeVisible()
  await expectFit(page, 'verify-email-done')
})
