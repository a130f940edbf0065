import { expect, test } from '@/e2e/support/fixtures'
import { expectFit } from '@/e2e/support/expect-fit'
import { linkIn, openLink } from '@/e2e/support/links'

const NEW = 'nine lanterns over the quiet harbour'

test('an opened link survives Reload and Back, and the browser forgets it after use', async ({
  page,
  mail,
  newAccount,
}) => {
  const { email } = await newAccount()
  await page.goto('/forgot-password')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send reset link' }).click()
  const received = await mail.mailTo(email, /Reset your password/)
  await openLink(page, received)
  const password = page.getByLabel('New password', { exact: true })
  await page.reload()
  await expect(password).toBeVisible()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  const secret = new URL(linkIn(received)).hash.slice(1)
  const left = () =>
    page.evaluate(() => JSON.stringify([location.href, history.state, { ...sessionStorage }, { ...localStorage }]))
  expect(await left()).not.toContain(new URLSearchParams(secret).get('token'))
  await page.goBack()
  await expect(password).toBeVisible()

  await password.fill(NEW)
  await page.getByLabel('Confirm new password').fill(NEW)
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByText('Password set.')).toBeVisible()
  expect(await left()).not.toContain(new URLSearchParams(secret).get('token'))
  await page.reload()
  await expect(page.getByText('Open the link in your email again.')).toBeVisible()

  // Opening the same link in the same tab changes only the fragment.
  await page.evaluate((href) => window.location.assign(href), linkIn(received))
  await expect(page.getByRole('alert').filter({ hasText: 'This link has expired, was already used' })).toBeVisible()
})

for (const path of ['reset-password', 'verify-email', 'confirm-email', 'undo-email']) {
  test(`${path} without its secret asks for the link, and blames nobody`, async ({ page }) => {
    await page.goto(`/${path}`)
    await expect(page.getByText('Open the link in your email again.')).toBeVisible()
    await expect(page.getByText('This link has expired, was already used')).toBeHidden()
    await expectFit(page, `${path}-without-secret`)
  })
}
