import { signInElsewhere, USER_AGENTS } from '@/e2e/support/devices'
import { expect, SETUP_CODE, test } from '@/e2e/support/fixtures'
import { createToken } from '@/e2e/support/tokens'
import { windows } from '@/e2e/support/windows'
import { startServer } from '@/test/support/servers/server-process'

const NEW_PASSWORD = 'violet-harbour-seven-lanterns'

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('changes the password, revokes the sessions and tokens that the owner chose, and lists what happened', async ({
      page,
      playwright,
      request,
      signedIn,
      server,
    }) => {
      const account = await signedIn()
      const elsewhere = { userAgent: USER_AGENTS.firefoxOnLinux, door: 'session' } as const
      const laptop = await signInElsewhere(playwright.request, server.origin, account, elsewhere)
      const { key } = await createToken(page.context(), server.origin, { name: 'ci' })
      const isVerified = async () =>
        (await request.get('/api/v1/auth/verify', { headers: { authorization: `Token ${key}` } })).ok()
      await page.goto('/settings/security')

      const change = async (from: string, to: string) => {
        await page.getByLabel('Current password').fill(from)
        await page.getByLabel('New password', { exact: true }).fill(to)
        await page.getByLabel('Confirm new password').fill(to)
        await page.getByRole('button', { name: 'Change password' }).click()
      }
      await change('not the password', NEW_PASSWORD)
      await expect(page.getByLabel('Current password')).toHaveAccessibleDescription(
        'Incorrect password. After 10 failed attempts, sign-in pauses for 10 to 15 minutes.',
      )
      await expect(page.getByLabel('Current password')).toBeFocused()
      await expect(page.getByLabel('New password', { exact: true })).toHaveValue(NEW_PASSWORD)

      await change(account.password, NEW_PASSWORD)
      await expect(page.getByText('Password changed. Signed out of 1 other device.')).toBeVisible()
      expect([await laptop.isSignedIn(), await isVerified()]).toEqual([false, true])
      await expect(page.getByLabel('Current password')).toHaveValue('')
      await expect(page.getByRole('listitem').getByText('Password changed', { exact: true })).toBeVisible()
      await expect(page.getByText('Firefox on Linux signed out (password changed)', { exact: true })).toBeVisible()
      await expect(page.getByText('Token ci created')).toBeVisible()

      await page.getByText('Revoke all tokens').click()
      await change(NEW_PASSWORD, account.password)
      await expect(page.getByText('Password changed. 1 other device or token no longer has access.')).toBeVisible()
      expect(await isVerified()).toBe(false)
    })

    test('deletes the account after saying what is deleted with it', async ({ page, signedIn, request }) => {
      const account = await signedIn()
      await page.goto('/settings/security')
      await page.getByRole('button', { name: 'Delete account' }).click()
      const question = page.getByRole('alertdialog', { name: `Delete ${account.username}?` })
      await expect(question).toHaveAccessibleDescription(/can’t be undone/)
      await question.getByLabel('Password', { exact: true }).fill('not the password')
      await page.keyboard.press('Enter')
      await expect(question.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
        'Incorrect password. After 10 failed attempts, sign-in pauses for 10 to 15 minutes.',
      )
      await question.getByLabel('Password', { exact: true }).fill(account.password)
      await page.keyboard.press('Enter')
      await expect(page.getByText('Your account and all its tokens have been deleted.')).toBeVisible()
      const { username, password } = account
      expect((await request.post('/api/v1/auth/login', { data: { username, password } })).status()).toBe(401)
    })
  })
}

test('shows the strength of a new password as advice while it is typed', async ({ page, signedIn }) => {
  const { username } = await signedIn()
  await page.goto('/settings/security')
  const password = page.getByLabel('New password', { exact: true })
  await expect(password).toHaveAccessibleDescription(/At least 12 characters/)
  await password.fill('short')
  await expect(password).toHaveAccessibleDescription('7 more characters to go.')
  await password.fill('password123456')
  await expect(password).toHaveAccessibleDescription(/^Too easy to guess\./)
  await password.fill(`${username}${username}`)
  await expect(password).toHaveAccessibleDescription(/^Too easy to guess\./)
  await password.fill('correct horse battery staple')
  await expect(password).toHaveAccessibleDescription(/^(Good|Strong)\.$/)
})

test('password managers recognize the fields, and the fields accept pasted text', async ({ page, signedIn }) => {
  const { username } = await signedIn()
  await page.goto('/settings/security')
  await expect(page.locator('form input[autocomplete="username"]')).toHaveValue(username)
  for (const [label, autocomplete] of [
    ['Current password', 'current-password'],
    ['New password', 'new-password'],
    ['Confirm new password', 'new-password'],
  ] as const) {
    const field = page.getByLabel(label, { exact: true })
    await expect(field).toHaveAttribute('type', 'password')
    await expect(field).toHaveAttribute('autocomplete', autocomplete)
    const isTaken = await field.evaluate((input) =>
      input.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
    )
    expect(isTaken).toBe(true)
  }
})

test('groups activity by the viewer’s days, filters it by kind, and splits it into pages', async ({
  page,
  signedIn,
  server,
}) => {
  await signedIn()
  for (let index = 1; index <= 25; index += 1) await createToken(page.context(), server.origin, { name: `t-${index}` })
  await page.goto('/settings/security')
  const recent = page.getByRole('region', { name: 'Recent activity' })
  await expect(recent.getByRole('listitem')).toHaveCount(5)
  await recent.getByRole('link', { name: 'View all activity' }).click()
  await expect(page).toHaveURL('/settings/activity')

  const events = page.getByRole('region', { name: 'Today' }).getByRole('listitem')
  await expect(page.getByText('Times are in', { exact: false })).toHaveCount(1)
  await expect(events).toHaveCount(25)
  await expect(events.first()).toContainText('Token t-25 created')
  await expect(events.first()).toContainText(/You · Chrome on .+ · 127\.0\.0\.1/)
  const { id } = (await (await page.request.get('/api/v1/auth/tokens?q=t-25')).json()).items[0]
  await expect(events.first().getByRole('link', { name: 't-25' })).toHaveAttribute('href', `/settings/tokens/${id}`)
  await page.getByRole('link', { name: 'Older' }).click()
  await expect(events).toHaveCount(2)
  await expect(events.last()).toContainText('Account created')

  await page.getByRole('link', { name: 'Sign-ins' }).click()
  await expect(page).toHaveURL('/settings/activity?kind=sign_ins')
  await expect(events).toHaveText([/^Signed in/])
  await page.goto('/settings/activity?kind=tampered&cursor=tampered')
  await expect(events.first()).toContainText('Token t-25 created')
})

test('explains to the last administrator why the account cannot be deleted', async ({ page }) => {
  const server = await startServer({ env: { SETUP_CODE, LOG_LEVEL: 'warn' } })
  try {
    const password = 'correct horse battery staple'
    const root = { setup_code: SETUP_CODE, username: 'root', email: 'root@example.com' }
    const headers = { origin: server.origin }
    const client = page.context().request
    await client.post(`${server.origin}/api/v1/setup`, {
      headers,
      data: { ...root, password, confirm_password: password },
    })
    await client.post(`${server.origin}/api/v1/auth/session`, { headers, data: { username: 'root', password } })
    await page.goto(`${server.origin}/settings/security`)
    await page.getByRole('button', { name: 'Delete account' }).click()
    await page.getByRole('alertdialog').getByLabel('Password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('alert').filter({ hasText: 'You can’t remove the last active administrator.' }),
    ).toBeVisible()
  } finally {
    await server.stop()
  }
})
