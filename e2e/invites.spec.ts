import { expect, SETUP_CODE, test } from '@/e2e/support/fixtures'

test.use({ serverSettings: { REGISTRATION: 'invite' } })

const password = 'quiet harbour lanterns'

test('an administrator invites somebody, who makes an account by the link', async ({ page, browser, server }) => {
  const admin = { username: 'ada', email: 'ada@example.com', password, confirm_password: password }
  const made = await page.request.post('/api/v1/setup', { data: { ...admin, setup_code: SETUP_CODE } })
  expect(made.status()).toBe(201)
  await page.goto('/login')
  await page.getByLabel('Username or e-mail address').fill('ada')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/admin')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = (await page.locator('code').textContent()) ?? ''
  expect(link).toMatch(new RegExp(`^${server.origin}/register#invite=[0-9A-Za-z]{30}$`))
  await expect(page.getByRole('row', { name: /Whoever has the link/ })).toContainText('Open')

  const guest = await (await browser.newContext()).newPage()
  await guest.goto(link)
  await expect(guest).toHaveURL(`${server.origin}/register`)
  await guest.getByLabel('Username').fill('maya')
  await guest.getByLabel('E-mail address').fill('maya@example.com')
  await guest.getByLabel('Password', { exact: true }).fill(password)
  await guest.getByLabel('Repeat the password').fill(password)
  await guest.getByRole('button', { name: 'Create the account' }).click()
  await expect(guest).toHaveURL(`${server.origin}/settings/tokens`)
  expect((await guest.goto(`${server.origin}/admin`))?.status()).toBe(404)
  await guest.context().close()

  await page.reload()
  await expect(page.getByRole('row', { name: /Whoever has the link/ })).toContainText('Used')
  await page.getByRole('button', { name: 'Make a link' }).click()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('button', { name: 'Revoke' })).toBeHidden()
})
