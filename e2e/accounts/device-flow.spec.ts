import type { Page } from 'playwright/test'
import { submitSignIn } from '@/e2e/support/accounts'
import { ageSessions } from '@/e2e/support/age-sessions'
import { askForAccess } from '@/e2e/support/device-requests'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'

const COMPARE = 'Only approve this if you started it on your own device; compare the code with the one it shows.'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('an app gets its token once a person has signed in, compared the code and approved less than it asked for', async ({
      page,
      playwright,
      newAccount,
      server,
    }) => {
      const account = await newAccount()
      const request = await playwright.request.newContext({ baseURL: server.origin })
      const app = await askForAccess(request, {
        client_id: 'backup-tool',
        device_name: 'NAS in the cellar',
        scope: 'read write',
        expires_in_seconds: 30 * 86_400,
      })
      await page.goto(app.link)
      await expect(page).toHaveURL('/login?next=%2Fdevice')
      await submitSignIn(page, account.username, account.password)

      await expect(page).toHaveURL('/device')
      const code = page.getByLabel('Code')
      await expect(code).toHaveValue(app.code)
      await expect(code).toHaveAccessibleDescription(`A link filled in this code. ${COMPARE}`)
      await page.getByRole('button', { name: 'My device shows this code' }).click()

      await expect(heading(page, 'Create a token for this app?')).toBeFocused()
      const main = page.getByRole('main')
      for (const words of [app.code, COMPARE, 'backup-tool', 'NAS in the cellar', 'read and write', 'just now']) {
        await expect(main).toContainText(words)
      }
      await expect(main).toContainText(/127\.0\.0\.1|::1/)
      await page.getByLabel('Token name').fill('cellar backup')
      await expect(page.getByRole('group', { name: 'Expires in' }).getByRole('radio')).toHaveCount(2)
      await page.getByText('7 days', { exact: true }).click()
      await page.getByText('write', { exact: true }).click()

      ageSessions(server, account)
      await page.getByRole('button', { name: 'Approve' }).click()
      const question = page.getByRole('dialog', { name: 'Confirm it’s you' })
      await question.getByLabel('Password', { exact: true }).fill(account.password)
      await page.keyboard.press('Enter')
      await expect(heading(page, 'Approved')).toBeFocused()

      const { access_token, ...granted } = await app.poll()
      expect(granted).toMatchObject({ token_type: 'Bearer', scope: 'read', kind: 'personal' })
      expect(Math.round(Number(granted['expires_in']) / 86_400)).toBe(7)
      const verified = await request.get('/api/v1/auth/verify', {
        headers: { authorization: `Bearer ${String(access_token)}` },
      })
      expect(await verified.json()).toMatchObject({ username: account.username, scopes: ['read'] })
      await page.getByRole('link', { name: 'Go to your tokens' }).click()
      await expect(page.getByRole('row', { name: /cellar backup/ })).toBeVisible()
    })
  })
}

test('a wrong code is reported, and a denied app gets nothing', async ({ page, signedIn, request }) => {
  const { username } = await signedIn()
  const app = await askForAccess(request, { client_id: 'photo-frame', token_kind: 'device' })
  await page.goto('/settings/devices')
  await page.getByRole('link', { name: 'Enter a device code' }).click()
  const code = page.getByLabel('Code')
  await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled()
  await code.fill('JQRM')
  await page.keyboard.press('Enter')
  await expect(code).toHaveAccessibleDescription(/Enter the 8 letters/)
  await code.fill('BBBB-BBBB')
  await page.keyboard.press('Enter')
  await expect(code).toHaveAccessibleDescription(/This code is wrong or has expired/)
  await expect(code).toBeFocused()
  await expectFit(page, 'device-wrong')

  await code.fill(app.code.toLowerCase().replace('-', ' '))
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Let this app act as you?')).toBeFocused()
  await expect(page.getByRole('main')).toContainText(app.code)
  await expect(page.getByRole('main')).toContainText(COMPARE)
  await expect(page.getByText(username, { exact: true })).toBeVisible()
  await expectFit(page, 'device-review')
  await page.getByRole('button', { name: 'Deny' }).click()
  await expect(heading(page, 'Denied')).toBeFocused()
  await expectFit(page, 'device-denied')
  expect(await app.poll()).toMatchObject({ error: 'access_denied' })

  await page.goto(`/device#code=${app.code}`)
  await page.getByRole('button', { name: 'My device shows this code' }).click()
  await expect(heading(page, 'Already decided')).toBeFocused()
  await page.getByRole('button', { name: 'Enter another code' }).click()
  await expect(code).toHaveValue('')
})

test('a link can fill in nothing but a code', async ({ page, signedIn }) => {
  await signedIn()
  await page.goto('/device#code=Call+0800+123')
  await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled()
  await expect(page.getByLabel('Code')).toHaveValue('')
})
