import { expect, test } from '@/e2e/support/fixtures'
import { seedTokens } from '@/e2e/support/seed-tokens'
import { bothWindows } from '@/e2e/support/windows'

for (const { name, use } of bothWindows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('the page of a token shows what it does and what happens next, and offers every action', async ({
      page,
      signedIn,
      server,
    }) => {
      await signedIn()
      await seedTokens(page.context(), server)
      await page.goto('/settings/tokens')
      await page.getByRole('link', { name: 'backup-script' }).click()
      await expect(page).toHaveURL(/\/settings\/tokens\/[0-9a-f-]{36}$/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('backup-script')
      await expect(page.getByText(/^It works until /)).toContainText('It expires sooner')

      const requests = page.getByRole('region', { name: 'Requests' })
      await expect(requests.getByText('320 accepted')).toBeVisible()
      const hours = requests.getByRole('heading', { name: /^Requests per hour on/ })
      const day = await hours.textContent()
      await requests.getByRole('link', { name: 'Earlier day' }).click()
      await expect(hours).not.toHaveText(day ?? '')
      await expect(page.getByRole('region', { name: 'Addresses' })).toContainText('2a01:4f8::17')

      await page.getByRole('button', { name: 'Edit scopes' }).click()
      await page.getByRole('dialog').getByText('write', { exact: true }).click()
      await page.getByRole('button', { name: 'Save scopes' }).click()
      const history = page.getByRole('region', { name: 'History' }).getByRole('listitem')
      await expect(history.first()).toContainText('Scopes of backup-script changed to read, write')
      await expect(history.last()).toContainText('Token backup-script created')

      await page.getByRole('button', { name: 'Revoke', exact: true }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
      await expect(page.getByText(/You can undo the revocation until/)).toBeVisible()
      await page.getByRole('button', { name: 'Undo revoking backup-script' }).click()
      await expect(page.getByText(/^It works until /)).toBeVisible()
    })
  })
}

test('another account’s token has no page, and the page of a device is the list of devices', async ({
  page,
  signedIn,
  newAccount,
  request,
  server,
}) => {
  const { username, password } = await newAccount()
  const login = await request.post(`${server.origin}/api/v1/auth/login`, { data: { username, password } })
  const { token_id } = (await login.json()) as { token_id: string }
  await signedIn()
  expect((await page.request.get(`/settings/tokens/${token_id}`)).status()).toBe(404)

  const sessions = await page.request.get('/api/v1/auth/tokens?kind=session')
  const { items } = (await sessions.json()) as { items: { id: string }[] }
  await page.goto(`/settings/tokens/${items[0]?.id}`)
  await expect(page).toHaveURL(/\/settings\/devices$/)
})
