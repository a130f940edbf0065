import type { Page } from 'playwright/test'
import { expectAccessible } from '@/e2e/support/accessibility'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'

// The window is tall enough that nothing scrolls: a click during a scroll can go to the process of the provider’s frame
// and get lost.
const viewport = { width: 1280, height: 1100 }

test.use({ serverSettings: { CAPTCHA_PROVIDER: 'turnstile' }, viewport })

/**
 * The part of the provider’s script that a page uses: a button that solves the captcha, and a frame from the provider.
 */
const SCRIPT = `window.turnstile = {
  render(place, { sitekey, action, callback, size, theme }) {
    const frame = document.createElement('iframe')
    frame.src = 'https://challenges.cloudflare.com/frame'
    frame.title = 'captcha'
    frame.name = theme
    frame.width = size === 'compact' ? '150' : '300'
    frame.height = '40'
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'I am human'
    button.onclick = () => callback([sitekey, action, performance.now()].join(' '))
    place.append(frame, button)
    return 'widget'
  },
  reset() {},
}`

async function withProvider(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route('https://challenges.cloudflare.com/**', async (route) => {
    asked.push(route.request().url())
    const isScript = route.request().resourceType() === 'script'
    const [contentType, body] = isScript ? ['text/javascript', SCRIPT] : ['text/html', '<p>captcha</p>']
    await route.fulfill({ contentType, body })
  })
  return asked
}

for (const { name, width, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use({ ...use, viewport: { ...viewport, width } })

    test('sign-up and sign-in load a captcha under the content policy, and the server verifies it', async ({
      page,
      captcha,
    }) => {
      const asked = await withProvider(page)
      await page.goto('/register')
      const username = `maya-${width}`
      const password = 'quiet harbour lanterns'
      await page.getByLabel('Username').fill(username)
      await page.getByLabel('Email address').fill(`${username}@example.com`)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByLabel('Confirm password').fill(password)
      await expect(page.getByRole('button', { name: 'I am human' })).toBeVisible()
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'Complete the captcha.' })).toBeVisible()
      await expectAccessible(page)
      captcha.says({ action: 'register' })
      await page.getByRole('button', { name: 'I am human' }).click()
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page).toHaveURL('/login?created=1')
      await expect(page.getByRole('button', { name: 'I am human' })).toBeVisible()
      captcha.says({ action: 'login' })
      await page.getByLabel('Username or email address').fill(username)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'I am human' }).click()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL('/settings/tokens')
      expect(captcha.asked.at(-1)?.get('response')).toMatch(/^site-key login /)
      expect(new Set(asked)).toEqual(
        new Set([
          'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit',
          'https://challenges.cloudflare.com/frame',
        ]),
      )
    })
  })
}

test('a form that waits for a captcha fits and is accessible', async ({ page }) => {
  await withProvider(page)
  // The widget keeps the size that fitted when it was loaded.
  await page.setViewportSize({ ...viewport, width: 320 })
  await page.goto('/register')
  await page.getByLabel('Username').fill('maya')
  await page.getByLabel('Email address').fill('maya@example.com')
  await page.getByLabel('Password', { exact: true }).fill('quiet harbour lanterns')
  await page.getByLabel('Confirm password').fill('quiet harbour lanterns')
  await expect(page.getByRole('button', { name: 'I am human' })).toBeVisible()
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Complete the captcha.' })).toBeVisible()
  await expectFit(page, 'captcha')
})

test('a captcha matches the width and the color scheme of its page', async ({ page }) => {
  await withProvider(page)
  const looks: (string | null)[] = []
  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ ...viewport, width })
    await page.emulateMedia({ colorScheme })
    await page.goto('/login')
    const widget = page.locator('iframe[title=captcha]')
    looks.push(await widget.getAttribute('name'), await widget.getAttribute('width'))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
  expect(looks).toEqual(['dark', '150', 'light', '300'])
})

test('pages that open emailed links load nothing from a captcha provider and do not allow one', async ({ page }) => {
  const asked = await withProvider(page)
  for (const path of ['/reset-password', '/verify-email', '/confirm-email', '/undo-email']) {
    const response = await page.goto(path)
    expect(response?.headers()['content-security-policy']).not.toContain('cloudflare')
    expect(response?.headers()['referrer-policy']).toBe('no-referrer')
  }
  expect(asked).toEqual([])
  for (const path of ['/login', '/register', '/forgot-password']) {
    const policy = (await page.request.get(path)).headers()['content-security-policy']
    expect(policy).toContain('frame-src https://challenges.cloudflare.com;')
  }
})
