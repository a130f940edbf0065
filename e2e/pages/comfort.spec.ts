import type { Page, Request } from 'playwright/test'
import { registerAccount } from '@/e2e/support/accounts'
import { signInAsAdministrator } from '@/e2e/support/administrator'
import { expect, test } from '@/e2e/support/fixtures'
import { createToken } from '@/e2e/support/tokens'

/** Opens a page and waits until its script listens. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('radio', { name: 'System' })).toBeEnabled()
}

/** Opens the search by its shortcut. */
async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
}

const scheme = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
const themeColors = (page: Page) =>
  page.locator('meta[name=theme-color]').evaluateAll((all) => all.map((one) => one.getAttribute('content')))

test('a chosen theme applies at once, is in the first byte of every page, and ends with System', async ({
  page,
  signedIn,
}) => {
  await signedIn()
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/settings/tokens')
  expect([await scheme(page), await themeColors(page)]).toEqual(['light dark', ['#fbfbfa', '#0f1011']])
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))
  await page.getByRole('radio', { name: 'System' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  expect([await scheme(page), await themeColors(page)]).toEqual(['dark', ['#0f1011']])
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(15, 16, 17)')
  await page.getByRole('link', { name: 'Security' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible()
  await expect(page.locator('[data-same-page]')).toHaveCount(1)

  const html = await (await page.reload())?.text()
  expect(html).toMatch(/<html[^>]* data-theme="dark"/)
  expect(html).toContain('<meta name="theme-color" content="#0f1011"/>')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  expect(await themeColors(page)).toEqual(['#0f1011'])
  await page.emulateMedia({ media: 'print' })
  expect(await scheme(page)).toBe('light')
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await scheme(page)).toBe('dark')
  await page.getByText('System', { exact: true }).click()
  expect([await scheme(page), await themeColors(page)]).toEqual(['light dark', ['#fbfbfa', '#0f1011']])
  expect(await (await page.reload())?.text()).not.toMatch(/<html[^>]* data-theme/)
})

test('the search finds pages, actions and tokens by keyboard, and leads there', async ({ page, signedIn, server }) => {
  await signedIn()
  const { id } = await createToken(page.context(), server.origin, { name: 'weather-station' })
  await open(page, '/settings/profile')
  const field = page.getByRole('combobox', { name: 'Page, action or token' })
  const active = page.getByRole('option', { selected: true })

  await openSearch(page)
  await expect(page.getByRole('option', { name: 'Audit log' })).toHaveCount(0)
  await page.keyboard.type('dev')
  await expect(active).toHaveText('Devices')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/settings/devices')
  await expect(page.getByRole('main')).toBeFocused()

  await page.getByRole('button', { name: 'Search' }).click()
  await expect(field).toBeFocused()
  await page.keyboard.type('theme')
  await expect(active).toHaveText('Use the system’s theme')
  await page.keyboard.press('ArrowUp')
  await expect(active).toHaveText('Use the dark theme')
  await expect(field).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused()

  await openSearch(page)
  await page.keyboard.type('STATION')
  await expect(active).toContainText('weather-station')
  await page.keyboard.press('Control+k')
  await expect(field).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused()
  await openSearch(page)
  await page.keyboard.type('station')
  await active.click()
  await expect(page).toHaveURL(`/settings/tokens/${id}`)
})

test('a pasted token is looked up, but never shown, and never searched for', async ({
  page,
  context,
  signedIn,
  server,
}) => {
  await signedIn()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { id, key } = await createToken(context, server.origin, { name: 'weather-station' })
  const sent: Request[] = []
  page.on('request', (request) => sent.push(request))
  const carriers = (secret: string) =>
    sent.filter((request) => `${decodeURIComponent(request.url())} ${request.postData()}`.includes(secret))
  const body = key.slice(4, 12)

  await open(page, '/settings/security')
  await page.evaluate((text) => navigator.clipboard.writeText(`Authorization: Token ${text}\n`), key)
  await openSearch(page)
  await page.keyboard.press('Control+v')
  const found = page.getByRole('option', { name: 'weather-station' })
  await expect(found).toHaveAttribute('aria-selected', 'true')
  expect(await page.content()).not.toContain(body)
  expect(carriers(body).map((request) => [request.method(), new URL(request.url()).pathname])).toEqual([
    ['POST', '/api/v1/auth/tokens/find'],
  ])

  await page.keyboard.press('Backspace')
  const mistyped = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')
  // Key by key, as no one should: nothing of it becomes text or a query.
  await page.keyboard.type(mistyped)
  await expect(page.getByText('This token is mistyped or incomplete.', { exact: true })).toBeVisible()
  await expect(page.getByRole('combobox')).toHaveValue('')
  expect(await page.content()).not.toContain(body)

  await page.keyboard.press('Escape')
  await openSearch(page)
  await page.keyboard.press('Control+v')
  await expect(found).toBeVisible()
  expect(carriers(body)).toHaveLength(2)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/settings/tokens/${id}`)
})

test('administrators find every page and anyone’s token, and its owner', async ({
  page,
  server,
  request,
  signedIn,
}) => {
  const owner = await signedIn(await registerAccount(request))
  const { key } = await createToken(page.context(), server.origin, { name: 'their-sensor' })
  await page.context().clearCookies()
  await signInAsAdministrator(page.context(), server)
  await open(page, '/admin')
  await openSearch(page)
  await expect(page.getByRole('option', { name: 'Audit log' })).toBeVisible()
  await page.getByRole('combobox').fill(key)
  await expect(page.getByRole('option', { name: 'their-sensor' })).toContainText(`Belongs to ${owner.username}`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/^[^?]*\/admin\/tokens\?/)
  await expect(page.getByRole('row', { name: /their-sensor/ })).toContainText(owner.username)
})

test('single keys focus the search and open the list of shortcuts, but not while typing or once turned off', async ({
  page,
  signedIn,
  server,
}) => {
  await signedIn()
  await createToken(page.context(), server.origin, { name: 'weather-station' })
  await open(page, '/settings/tokens')
  const search = page.getByRole('searchbox', { name: 'Search tokens' })
  // The list is streamed, and may come after the rest of the page.
  await expect(search).toBeVisible()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('a/?')
  await expect(search).toHaveValue('a/?')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.getByRole('dialog').getByRole('radio').first().focus()
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL(/\/settings\/tokens\?/)
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { level: 1, name: 'Keyboard shortcuts' })).toBeVisible()
  await expect(page.getByText('/', { exact: true })).toBeVisible()

  const setting = page.getByRole('checkbox', { name: 'Use single-key shortcuts' })
  await setting.uncheck()
  await expect(page.getByText('Off', { exact: true })).toHaveCount(2)
  await open(page, '/settings/tokens')
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await expect(search).not.toBeFocused()
  await expect(page).toHaveURL('/settings/tokens')
  await openSearch(page)
  await page.keyboard.type('shortcuts')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/settings/shortcuts')
  await expect(setting).not.toBeChecked()
})
