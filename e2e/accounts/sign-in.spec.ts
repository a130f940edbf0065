import { submitSignIn } from '@/e2e/support/accounts'
import { expectSignedInAs } from '@/e2e/support/expect-signed-in'
import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('signs in with an email address and stays signed in after a reload', async ({ page, newAccount }) => {
      const { email, username, password } = await newAccount()
      await page.goto('/login')
      await submitSignIn(page, email, password)
      await expectSignedInAs(page, username)
      await page.reload()
      await expectSignedInAs(page, username)
      await page.goto('/login')
      await expect(page).toHaveURL(/\/settings\/tokens$/)
    })

    test('reports a wrong password and keeps what was typed', async ({ page, newAccount }) => {
      const { username } = await newAccount()
      await page.goto('/login')
      await submitSignIn(page, username, 'not the password')
      const refusal = page.getByRole('alert').filter({ hasText: 'Incorrect username or password.' })
      await expect(refusal).toBeVisible()
      await expect(page.getByLabel('Username or email address')).toHaveValue(username)
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue('not the password')
      await page.getByLabel('Password', { exact: true }).press('End')
      await expect(refusal).toBeVisible()
      await page.keyboard.type('!')
      await expect(refusal).toHaveCount(0)
    })

    test('shows registration errors at their fields, focuses the first one, and clears each when it is fixed', async ({
      page,
      newAccount,
    }) => {
      const taken = await newAccount()
      await page.goto('/register')
      await page.getByLabel('Username').fill(taken.username.toUpperCase())
      await page.getByLabel('Email address').fill(`other-${taken.email}`)
      await page.getByLabel('Password', { exact: true }).fill('too short')
      await page.getByLabel('Confirm password').fill('too short')
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/at least 12 characters/i)
      await expect(page.getByLabel('Password', { exact: true })).toBeFocused()

      const confirm = page.getByLabel('Confirm password')
      const refusal = page.getByRole('alert').filter({ hasText: 'Fix the highlighted fields' })
      await confirm.fill('quite long enough')
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(confirm).toHaveAccessibleDescription(/match/)
      await expect(confirm).toBeFocused()
      await page.getByLabel('Password', { exact: true }).fill('quite long enough')
      await expect(confirm).toHaveAttribute('aria-invalid', 'false')
      await expect(refusal).toHaveCount(0)

      await page.getByRole('button', { name: 'Create account' }).click()
      const username = page.getByLabel('Username')
      await expect(username).toHaveAccessibleDescription('That username is taken')
      await expect(username).toBeFocused()
      await expect(page.getByLabel('Email address')).toHaveValue(`other-${taken.email}`)
      await page.getByLabel('Email address').fill(`another-${taken.email}`)
      await expect(username).toHaveAccessibleDescription('That username is taken')
      await expect(refusal).toBeVisible()
      await username.fill(`${taken.username}-2`)
      await expect(username).toHaveAttribute('aria-invalid', 'false')
      await expect(refusal).toHaveCount(0)
    })

    test('leads to the sign-in page on the next action after the session was signed out elsewhere', async ({
      page,
      signedIn,
      request,
    }) => {
      await signedIn()
      await page.goto('/settings/tokens')
      await page.getByRole('button', { name: 'Create token' }).click()
      await page.getByRole('dialog').getByLabel('Name').fill('late')
      const [cookie] = await page.context().cookies()
      const ended = await request.delete('/api/v1/auth/session', {
        headers: { cookie: `${cookie?.name}=${cookie?.value}`, origin: new URL(page.url()).origin },
      })
      expect(ended.status()).toBe(204)
      await page.getByRole('dialog').getByRole('button', { name: 'Create token' }).click()
      await expect(page).toHaveURL('/login?next=%2Fsettings%2Ftokens&ended=1')
    })
  })
}

test('shows the strength of a password politely while a new account types it', async ({ page }) => {
  await page.goto('/register')
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toHaveAccessibleDescription(/At least 12 characters/)
  await page.getByLabel('Username').fill('maya-of-the-lighthouse')
  await password.fill('maya-of-the-lighthouse')
  await expect(password).toHaveAccessibleDescription(/^Too easy to guess\./)
  await password.fill('violet-harbour-seven-lanterns')
  await expect(password).toHaveAccessibleDescription('Strong.')
  await expect(page.getByText('Strong.')).toHaveAttribute('aria-live', 'polite')
})

test('password fields help password managers and accept pasted text', async ({ page }) => {
  await page.goto('/login')
  const current = page.getByLabel('Password', { exact: true })
  await expect(current).toHaveAttribute('type', 'password')
  await expect(current).toHaveAttribute('autocomplete', 'current-password')
  await expect(page.getByLabel('Username or email address')).toHaveAttribute('autocomplete', 'username')
  await page.goto('/register')
  const chosen = page.getByLabel('Password', { exact: true })
  await expect(chosen).toHaveAttribute('autocomplete', 'new-password')
  await expect(page.getByLabel('Confirm password')).toHaveAttribute('autocomplete', 'new-password')
  const accepted = await chosen.evaluate((field) =>
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
  )
  expect(accepted).toBe(true)
})

test('a form cannot be submitted before its script has loaded, and never puts values into the address', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin })
  const page = await context.newPage()
  for (const [path, button] of [
    ['/login', 'Sign in'],
    ['/register', 'Create account'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('button', { name: button })).toBeDisabled()
    await expect(page.locator('form')).toHaveAttribute('method', 'post')
  }
  await context.close()
})

test('the token page redirects to the sign-in page without a session', async ({ page }) => {
  await page.goto('/settings/tokens')
  await expect(page).toHaveURL('/login?next=%2Fsettings%2Ftokens')
})

test('signs in with the address as it was typed when its domain has an umlaut', async ({ page, context }) => {
  const email = 'info@bücher.example'
  const password = 'correct horse battery staple'
  await page.goto('/register')
  await page.getByLabel('Username').fill('bookseller')
  // Chromium sends the domain in its ASCII form, xn--bcher-kva.
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Confirm password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expectSignedInAs(page, 'bookseller')
  await context.clearCookies()
  await page.goto('/login')
  await submitSignIn(page, email, password)
  await expectSignedInAs(page, 'bookseller')
})
