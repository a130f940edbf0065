import { expectAfterReload } from '@/e2e/support/after-reload'
import { signInElsewhere, USER_AGENTS } from '@/e2e/support/devices'
import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'

const { firefoxOnLinux, safariOnIos, curl } = USER_AGENTS

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('shows an old phone among the devices, renames it, and signs it out at once', async ({
      page,
      playwright,
      signedIn,
      server,
    }) => {
      const account = await signedIn()
      const from = (userAgent: string, door: 'session' | 'login') =>
        signInElsewhere(playwright.request, server.origin, account, { userAgent, door })
      const phone = await from(safariOnIos, 'session')
      const laptop = await from(firefoxOnLinux, 'session')
      const program = await from(curl, 'login')
      expect(await phone.isSignedIn()).toBe(true)

      await page.goto('/settings/devices')
      await expect(page.getByRole('region', { name: 'This device' })).toContainText('Chrome on')
      await expect(page.getByRole('row', { name: /Firefox on Linux/ })).toContainText('Browser session')
      await expect(page.getByRole('row', { name: /curl/ })).toContainText('App')
      const row = page.getByRole('row', { name: /Safari on iOS/ })
      await expectAfterReload(page, row, 'just now')
      await expect(row).toContainText('127.0.0.1')

      await page.getByRole('button', { name: 'Actions for Safari on iOS' }).click()
      await page.getByRole('menuitem', { name: 'Rename' }).click()
      await page.getByRole('dialog').getByLabel('Name').fill('Old phone')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('row', { name: /Old phone/ })).toContainText('Safari on iOS')

      await page.getByRole('button', { name: 'Actions for Old phone' }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      const question = page.getByRole('alertdialog', { name: 'Sign out Old phone?' })
      await expect(question).toHaveAccessibleDescription(/signed out immediately/)
      await question.getByRole('button', { name: 'Sign out' }).click()
      await expect(question).toBeHidden()
      await expect(page.getByRole('row', { name: /Old phone/ })).toHaveCount(0)
      await expect(page.locator('#main')).toBeFocused()
      expect([await phone.isSignedIn(), await laptop.isSignedIn(), await program.isSignedIn()]).toEqual([
        false,
        true,
        true,
      ])
    })

    test('signs out several devices together and then all others, but not the current one', async ({
      page,
      playwright,
      signedIn,
      server,
    }) => {
      const account = await signedIn()
      const names = ['one', 'two', 'three', 'four']
      const devices = await Promise.all(
        names.map((device_name) =>
          signInElsewhere(playwright.request, server.origin, account, { userAgent: curl, door: 'login', device_name }),
        ),
      )
      const alive = () => Promise.all(devices.map((device) => device.isSignedIn()))
      await page.goto('/settings/devices')
      await page.getByRole('checkbox', { name: 'Select one' }).check()
      await page.getByRole('checkbox', { name: 'Select three' }).check()
      const signOut = page.getByRole('region', { name: 'Selected devices' }).getByRole('button', { name: 'Sign out' })
      const several = page.getByRole('alertdialog', { name: 'Sign out 2 devices?' })
      await signOut.click()
      await expect(several).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(signOut).toBeFocused()
      await signOut.click()
      await expect(several.getByRole('listitem')).toHaveCount(2)
      await several.getByRole('button', { name: 'Sign out' }).click()
      // Rows behind an open dialog match no role query, so wait for the dialog to close first.
      await expect(several).toBeHidden()
      await expect(page.getByRole('row', { name: /one|three/ })).toHaveCount(0)
      expect(await alive()).toEqual([false, true, false, true])
      await expect(page.locator('#main')).toBeFocused()

      await page.getByRole('button', { name: 'Sign out all other devices' }).click()
      const others = page.getByRole('alertdialog', { name: 'Sign out all other devices?' })
      await expect(others).toHaveAccessibleDescription(/This device stays signed in/)
      await others.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByRole('heading', { name: 'No other devices' })).toBeVisible()
      expect(await alive()).toEqual([false, false, false, false])
      await page.reload()
      await expect(page.getByRole('region', { name: 'This device' })).toBeVisible()
    })
  })
}

test('renders a device name as text, even if it contains HTML', async ({ page, playwright, signedIn, server }) => {
  const account = await signedIn()
  const name = '<img src=x onerror=alert(1)>'
  const device = { userAgent: `Mozilla/5.0 ${name}`, door: 'login', device_name: name } as const
  await signInElsewhere(playwright.request, server.origin, account, device)
  for (const path of ['/settings/devices', '/settings/activity', '/settings/security']) {
    await page.goto(path)
    await expect(page.getByText(name).first()).toBeVisible()
    await expect(page.locator('img')).toHaveCount(0)
  }
})
