import type { Locator, Page } from 'playwright/test'
import { expect, SETUP_CODE, test } from '@/e2e/support/fixtures'
import { startServer } from '@/test/support/servers/server-process'

const PASSWORD = 'quiet harbour lanterns'

/** One way to operate a page: without a mouse, or without a keyboard. */
interface Hand {
  press: (page: Page, control: Locator) => Promise<void>
}

const keyboard: Hand = {
  press: async (page, control) => {
    await reach(page, control)
    await page.keyboard.press('Enter')
  },
}

const finger: Hand = {
  press: async (_page, control) => control.tap(),
}

/** Moves the focus with the Tab key alone. */
async function reach(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeEnabled()
  const isFocused = async () => control.evaluate((element) => element === document.activeElement)
  for (let steps = 0; !(await isFocused()); steps += 1) {
    expect(steps, `the Tab key reaches ${control.toString()}`).toBeLessThan(60)
    await page.keyboard.press('Tab')
  }
}

const ways = [
  { name: 'by keyboard alone', hand: keyboard, use: { viewport: { width: 1280, height: 800 } } },
  { name: 'by touch at 360 px', hand: finger, use: { viewport: { width: 360, height: 800 }, hasTouch: true } },
]

for (const { name, hand, use } of ways) {
  test.describe(name, () => {
    test.use(use)

    test('a newcomer sets up, invites, signs up, and creates, uses, rotates, revokes and restores a token', async ({
      page,
      browser,
      request,
    }) => {
      const server = await startServer({ env: { SETUP_CODE, REGISTRATION: 'invite', LOG_LEVEL: 'warn' } })
      const guestContext = await browser.newContext(use)
      try {
        const fill = async (on: Page, label: string, text: string) => {
          const field = on.getByLabel(label, { exact: true })
          await (hand === keyboard ? reach(on, field) : field.tap())
          await on.keyboard.type(text)
        }
        const signUp = async (on: Page, username: string) => {
          await fill(on, 'Username', username)
          await fill(on, 'Email address', `${username}@example.com`)
          await fill(on, 'Password', PASSWORD)
          await fill(on, 'Confirm password', PASSWORD)
        }
        await page.goto(server.origin)
        await fill(page, 'Setup code', SETUP_CODE)
        await signUp(page, 'root')
        await hand.press(page, page.getByRole('button', { name: 'Create administrator account' }))
        await hand.press(page, page.getByRole('link', { name: 'Go to invitations' }))
        await hand.press(page, page.getByRole('button', { name: 'Create invitation link' }))
        const link = (await page.locator('code').textContent()) ?? ''

        const guest = await guestContext.newPage()
        const button = (label: string) => guest.getByRole('button', { name: label, exact: true })
        const dialog = guest.getByRole('dialog')
        const pressInDialog = (label: string) => hand.press(guest, dialog.getByRole('button', { name: label }))
        await guest.goto(link)
        await signUp(guest, 'maya')
        await hand.press(guest, button('Create account'))
        await hand.press(guest, button('Create token'))
        await fill(guest, 'Name', 'roof sensor')
        await pressInDialog('Create token')

        const shownKey = dialog.getByText(/^lkp_[0-9A-Za-z]{36}$/)
        const statusOf = async (key: string) => {
          const headers = { authorization: `Bearer ${key}` }
          return (await request.get(`${server.origin}/api/v1/auth/verify`, { headers })).status()
        }
        expect(await statusOf(await shownKey.innerText())).toBe(200)
        await expect(dialog.getByText(/^It works! First request received/)).toBeVisible()
        await pressInDialog('Done, I’ve saved it')

        await hand.press(guest, guest.getByRole('link', { name: 'roof sensor' }))
        await hand.press(guest, button('Rotate'))
        await pressInDialog('Rotate')
        const key = await shownKey.innerText()
        await pressInDialog('Done, I’ve saved it')
        await expect(guest.getByRole('region', { name: 'Rotation' })).toContainText('Last used')

        await hand.press(guest, button('Revoke'))
        await hand.press(guest, guest.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }))
        const undo = button('Undo revoking roof sensor')
        await expect(undo).toBeVisible()
        expect(await statusOf(key)).toBe(401)
        await hand.press(guest, undo)
        await expect(button('Rotate')).toBeVisible()
        expect(await statusOf(key)).toBe(200)
      } finally {
        await guestContext.close()
        await page.close()
        await server.kill()
      }
    })
  })
}
