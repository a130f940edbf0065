import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright/test'
import { signIn, type TestAccount } from '@/e2e/support/accounts'
import { signInAsAdministrator } from '@/e2e/support/administrator'
import { ageSessions } from '@/e2e/support/age-sessions'
import { expect, test } from '@/e2e/support/fixtures'
import { letBeUsed } from '@/e2e/support/seed-tokens'
import { createToken } from '@/e2e/support/tokens'
import { windows } from '@/e2e/support/windows'
import type { ServerProcess } from '@/test/support/servers/server-process'

const PASSWORD = 'quiet harbour lanterns'

// Without a mail server, the administrator has to pass links on by hand.
test.use({ serverSettings: { SMTP_URL: '' } })

/** Creates two personal tokens for another account, one of them in use. */
async function tokensOf(browser: Browser, server: ServerProcess, account: TestAccount) {
  const context = await browser.newContext()
  await signIn(context, server.origin, account)
  const name = `used-${account.username}`
  const used = await createToken(context, server.origin, { name, scopes: ['read'] })
  await createToken(context, server.origin, { name: `spare-${account.username}` })
  await context.close()
  letBeUsed(server, used.id, 0.01)
  return { ...used, name }
}

async function isGood(page: Page, key: string): Promise<boolean> {
  const answer = await page.request.get('/api/v1/auth/verify', { headers: { authorization: `Token ${key}` } })
  return answer.ok()
}

for (const { name: window, use } of windows) {
  test.describe(`an administrator’s day at ${window}`, () => {
    test.use(use)

    test('deactivates an account at once, reactivates it with Undo, and asks for the password again', async ({
      page,
      browser,
      server,
      newAccount,
    }) => {
      const account = await newAccount()
      const { key } = await tokensOf(browser, server, account)
      const administrator = await signInAsAdministrator(page.context(), server)
      const { id } = (await (await page.request.get('/api/v1/auth/user')).json()) as { id: string }
      await page.goto('/admin')
      await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
      const here = page.getByRole('navigation', { name: 'Main', includeHidden: true }).locator('[aria-current=page]')
      await expect(here).toHaveText(['Overview'])
      await page.getByText('Show as table').click()
      await expect(page.getByRole('table', { name: 'Sign-ins by day' }).getByRole('row')).toHaveCount(31)
      await page.getByRole('main').getByRole('link', { name: 'Accounts' }).click()

      await expect(here).toHaveText(['Accounts'])
      await page.getByLabel('Search accounts').fill(account.username.slice(0, -1).toUpperCase())
      const row = page.getByRole('row', { name: account.username })
      await expect(page.getByRole('row')).toHaveCount(2)
      ageSessions(server, { ...administrator, id })
      await page.getByRole('button', { name: `Actions for ${account.username}` }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem', { name: 'Deactivate…' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
      const question = page.getByRole('dialog', { name: 'Confirm it’s you' })
      await question.getByLabel('Password', { exact: true }).fill(administrator.password)
      await page.keyboard.press('Enter')
      await expect(page.getByText(`${account.username} is deactivated.`, { exact: true })).toBeVisible()
      await expect(row).toContainText('Deactivated')
      await expect(page.getByRole('button', { name: `Actions for ${account.username}` })).toBeFocused()
      expect(await isGood(page, key)).toBe(false)

      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(row).toContainText('Active')
      expect(await isGood(page, key)).toBe(true)

      await page.getByRole('button', { name: `Actions for ${account.username}` }).click()
      await page.getByRole('menuitem', { name: 'Make administrator…' }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Make administrator' }).click()
      await expect(row).toContainText('Administrator')
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(row).not.toContainText('Administrator')
    })

    test('creates an account whose owner chooses a password through a link that is shown once', async ({
      page,
      browser,
      server,
    }) => {
      const username = `new-${Date.now()}`
      await signInAsAdministrator(page.context(), server)
      await page.goto('/admin/users')
      await page.getByRole('button', { name: 'Create account' }).click()
      const form = page.getByRole('dialog', { name: 'Create account' })
      await form.getByLabel('Username').fill(username)
      await form.getByLabel('Email address').fill('ada@example.com')
      await form.getByRole('button', { name: 'Create account' }).click()
      await expect(form.getByLabel('Email address')).toHaveAccessibleDescription(/already exists/)
      await form.getByLabel('Email address').fill(`${username}@example.com`)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('button', { name: /Copy\s+the link/ })).toBeFocused()
      await page.keyboard.press('Escape')
      const link = (await page.getByRole('dialog').locator('code').textContent()) ?? ''
      await page.getByRole('button', { name: 'Done, I’ve copied it' }).click()
      await expect(page.getByRole('button', { name: 'Create account' })).toBeFocused()

      const guest = await (await browser.newContext()).newPage()
      await guest.goto(link)
      await guest.getByLabel('New password', { exact: true }).fill(PASSWORD)
      await guest.getByLabel('Confirm new password').fill(PASSWORD)
      await guest.getByRole('button', { name: 'Set password' }).click()
      await expect(guest.getByText(/sign in/i).first()).toBeVisible()
      await guest.context().close()

      await page.getByRole('link', { name: username }).click()
      await expect(page.getByRole('heading', { level: 1, name: username })).toBeVisible()
      await expect(page.getByText('No active sessions or tokens')).toBeVisible()
      await page.getByLabel('First name').fill('Nora')
      await page.getByRole('button', { name: 'Save' }).first().click()
      await expect(page.getByText('Name saved.')).toBeVisible()
      await page.getByLabel('Limit', { exact: true }).selectOption('Custom…')
      await page.getByLabel('Maximum').fill('0')
      await page.getByRole('button', { name: 'Save' }).last().click()
      await expect(page.getByLabel('Maximum')).toHaveAccessibleDescription(/whole number from 1/)
      await page.getByLabel('Maximum').fill('3')
      await page.getByRole('button', { name: 'Save' }).last().click()
      await expect(page.getByText('Saved. Applies from the next sign-in.')).toBeVisible()
      await page.getByRole('button', { name: `Actions for ${username}` }).click()
      await page.getByRole('menuitem', { name: 'Reset password…' }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Create reset link' }).click()
      await expect(page.getByRole('alertdialog', { name: 'Copy the link' }).locator('code')).toContainText('#')
      await page.getByRole('button', { name: 'Done, I’ve copied it' }).click()
      await page.getByRole('link', { name: `Changes to ${username}` }).click()
      const changes = page.getByRole('row', { name: /Account updated/ }).filter({ hasText: 'first name' })
      await changes.getByText('Details').click()
      await expect(changes).toContainText('before: empty → after: Nora')
    })

    test('finds the owner of a leaked key, revokes the key at once, and records it in the audit log', async ({
      page,
      browser,
      server,
      newAccount,
    }) => {
      const account = await newAccount()
      const { key, name, id } = await tokensOf(browser, server, account)
      await signInAsAdministrator(page.context(), server)
      const addresses: string[] = []
      page.on('request', (request) => addresses.push(request.url()))
      await page.goto('/admin/tokens')
      await page.getByRole('button', { name: 'Look up a leaked token' }).click()
      await page.getByLabel('Token', { exact: true }).fill(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('Token', { exact: true })).toHaveAccessibleDescription(/not a valid token/)
      await page.getByLabel('Token', { exact: true }).fill(key)
      await page.keyboard.press('Enter')
      const found = page.getByRole('dialog', { name: 'Token found' })
      await expect(found.getByRole('link', { name: account.username })).toBeVisible()
      expect(addresses.filter((address) => address.includes(key.slice(4)))).toEqual([])
      await found.getByRole('button', { name: 'Revoke…' }).click()
      const question = page.getByRole('alertdialog', { name: `Revoke ${name}?` })
      await expect(question).toContainText(`1 token, owned by ${account.username}.`)
      await expect(question).toContainText('1 used in the last 7 days')
      await expect(question).toContainText('from 10.4.0.18')
      await question.getByLabel('Reason').selectOption('Leaked')
      await question.getByRole('button', { name: 'Revoke' }).click()
      await expect(page.getByText('1 token revoked.', { exact: true })).toBeVisible()
      expect(await isGood(page, key)).toBe(false)

      await page.getByLabel('Owner').fill(account.username)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('row', { name: `spare-${account.username}` })).toBeVisible()
      await expect(page.getByRole('row', { name: `used-${account.username}` })).toBeHidden()
      await page.getByRole('button', { name: 'Revoke all matching…' }).click()
      await expect(page.getByRole('alertdialog')).toContainText(`2 tokens, owned by ${account.username}.`)
      await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
      await expect(page.getByText('2 tokens revoked.', { exact: true })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'No matching tokens' })).toBeVisible()

      await page.goto(`/admin/audit?target=${id}`)
      const revoked = page.getByRole('row', { name: /Token revoked/ })
      await expect(revoked).toContainText('ada')
      await revoked.getByText('Details').click()
      await expect(revoked).toContainText('leaked')
      await page.getByLabel('Action', { exact: true }).selectOption('Token created')
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page).toHaveURL(`/admin/audit?action=token.created&target=${id}`)
      await expect(page.getByRole('row')).toHaveCount(2)
      for (const [format, start] of [
        ['CSV', 'id,occurred_at'],
        ['NDJSON', '{"id"'],
      ] as const) {
        const downloading = page.waitForEvent('download')
        await page.getByRole('button', { name: `Export ${format}`, exact: true }).click()
        const text = await readFile(await (await downloading).path(), 'utf8')
        expect(text.startsWith(start)).toBe(true)
        expect(text.trim().split('\n')).toHaveLength(format === 'CSV' ? 2 : 1)
      }
    })
  })
}

test('answers 404 for administration pages to other accounts, and for unknown accounts to administrators', async ({
  page,
  signedIn,
  server,
  pageErrors,
}) => {
  const { id } = await signedIn()
  await page.goto('/settings/tokens')
  await expect(page.getByRole('heading', { level: 1, name: 'Tokens' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Administration' })).toHaveCount(0)
  for (const path of ['', '/users', `/users/${id}`, '/users/invites', '/tokens', '/audit']) {
    expect((await page.goto(`/admin${path}`))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  }
  await page.context().clearCookies()
  await signInAsAdministrator(page.context(), server)
  for (const unknown of ['01a20c1e-0000-7000-8000-000000000000', 'x']) {
    expect((await page.goto(`/admin/users/${unknown}`))?.status()).toBe(404)
  }
  const errors = pageErrors.splice(0)
  expect(errors).toHaveLength(8)
  expect(errors.filter((error) => !error.includes('404'))).toEqual([])
})
