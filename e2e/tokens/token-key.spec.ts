import { readFile } from 'node:fs/promises'
import { expect, test } from '@/e2e/support/fixtures'
import { letBeUsed } from '@/e2e/support/seed-tokens'
import { createToken } from '@/e2e/support/tokens'
import { windows } from '@/e2e/support/windows'
import { PATIENCE_MS } from '@/test/support/wait-until'

/** The server writes token usage every ten seconds. */
const NOTED = { timeout: PATIENCE_MS }

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('saves a new key as a file and reports its first request', async ({ page, signedIn, server }) => {
      await signedIn()
      await page.goto('/settings/tokens')
      await page.getByRole('button', { name: 'Create token' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Name').fill('roof sensor')
      await dialog.getByRole('combobox', { name: 'Revoke if unused for' }).selectOption('30 days')
      await expect(
        dialog.getByText(
          /^This creates a token with the scope read that expires on \w+, .+, \d\d:\d\d( UTC| \(\S+\)), or earlier if unused for 30 days/,
        ),
      ).toBeVisible()
      await dialog.getByRole('button', { name: 'Create token' }).click()
      const key = await dialog.getByText(/^lkp_[0-9A-Za-z]{36}$/).innerText()

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Download .env' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('roof-sensor.env')
      expect(await readFile(await download.path(), 'utf8')).toContain(`LATCHKEY_TOKEN=${key}\n`)

      await dialog.getByRole('tab', { name: 'curl' }).press('ArrowRight')
      await expect(dialog.getByRole('tab', { name: 'Python' })).toBeFocused()
      await expect(dialog.getByRole('tabpanel', { name: 'Python' })).toContainText(`token = "${key}"`)
      await dialog.getByRole('tab', { name: 'curl' }).press('End')
      await expect(dialog.getByRole('tabpanel', { name: '.env' })).toContainText(`LATCHKEY_URL=${server.origin}`)
      await dialog.getByRole('button', { name: 'Show QR code' }).click()
      await expect(dialog.getByRole('img', { name: 'QR code of the token' })).toBeVisible()

      await expect(dialog.getByText('Waiting for the first request…')).toBeVisible()
      await page.request.get('/api/v1/auth/verify', { headers: { authorization: `Token ${key}` } })
      await expect(dialog.getByText(/^It works! First request received from 127\.0\.0\.1\.$/)).toBeVisible(NOTED)
      await dialog.getByRole('button', { name: 'Done, I’ve saved it' }).click()
      await expect(page.getByRole('row', { name: /roof sensor/ })).toContainText('or if unused for 30 days')
    })

    test('rotates a key, keeps the old one working in its grace period, shows its use, and revokes it early', async ({
      page,
      signedIn,
      server,
    }) => {
      await signedIn()
      const old = await createToken(page.context(), server.origin, { name: 'backup' })
      const statusOf = async (key: string) =>
        (await page.request.get('/api/v1/auth/verify', { headers: { authorization: `Token ${key}` } })).status()
      await page.goto('/settings/tokens')
      const actions = page.getByRole('button', { name: 'Actions for backup' })
      await actions.click()
      await page.getByRole('menuitem', { name: 'Rotate…' }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('radio', { name: 'Not at all' })).toBeFocused()
      await expect(
        dialog.getByText(
          'The old token stops working immediately. Suggested because it wasn’t used in the last 7 days.',
        ),
      ).toBeVisible()
      await dialog.getByText('24 hours', { exact: true }).click()
      await expect(dialog.getByText(/^Both tokens work until \w+, \d+ \w+ \d{4}, \d\d:\d\d/)).toBeVisible()
      await dialog.getByRole('button', { name: 'Rotate' }).click()
      const key = await dialog.getByText(/^lkp_[0-9A-Za-z]{36}$/).innerText()
      await dialog.getByRole('button', { name: 'Done, I’ve saved it' }).click()

      const row = page.getByRole('row', { name: /backup/ })
      await expect(row).toContainText(`lkp_…${key.slice(-4)}`)
      await expect(row).toContainText(/Old token expires in (24 hours|1 day).*, never used/)
      expect([await statusOf(old.key), await statusOf(key)]).toEqual([200, 200])

      await actions.click()
      await page.getByRole('menuitem', { name: 'Revoke old token now' }).click()
      const question = page.getByRole('alertdialog', { name: 'Revoke the old token of backup?' })
      await expect(question).toContainText(/The old token was last used (just now|\d+ (second|minute)s? ago)/)
      await expect(question).toContainText(/Otherwise it keeps working until \w+, \d+ \w+ \d{4}, \d\d:\d\d/)
      await question.getByRole('button', { name: 'Revoke old token' }).click()
      await expect(page.getByText('Old token for backup revoked.', { exact: true })).toBeVisible()
      await expect(row).not.toContainText('Old token')
      expect([await statusOf(old.key), await statusOf(key)]).toEqual([401, 200])
    })
  })
}

test('warns above the list about a token that expires soon, and extends it with one click', async ({
  page,
  signedIn,
  server,
}) => {
  await signedIn()
  const { id } = await createToken(page.context(), server.origin, { name: 'ci', expires_in_seconds: 5 * 86_400 })
  letBeUsed(server, id, 0.0084)
  await page.goto('/settings/tokens')
  await expect(page.getByRole('main')).toContainText(
    /ci expires in 5 days.*Last used 12 minutes ago.* from 10\.4\.0\.18\./,
  )
  const day = await page.evaluate(() => {
    const at = new Date(Date.now() + 90 * 86_400_000)
    return `${at.getDate()} ${at.toLocaleString('en-US', { month: 'short' })} ${at.getFullYear()}`
  })
  const extend = page.getByRole('button', { name: `Extend to ${day}: ci` })
  await extend.click()
  await expect(
    page.getByText(/^ci now expires on \w+, \d+ \w+ \d{4}, \d\d:\d\d( UTC| \(\S+\))\.$/).first(),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Expiring soon 0' })).toBeVisible()
  await expect(extend).toHaveCount(0)
})

test('extends a token by the chosen time and shows the new expiry', async ({ page, signedIn, server }) => {
  await signedIn()
  await createToken(page.context(), server.origin, { name: 'ci', expires_in_seconds: 86_400 })
  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'Actions for ci' }).click()
  await page.getByRole('menuitem', { name: 'Extend…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Extend ci' })
  await expect(dialog.getByRole('radio', { name: '90 days' })).toBeFocused()
  await expect(dialog.getByRole('radio', { name: '90 days' })).toBeChecked()
  await dialog.getByText('60 days').click()
  // Compares only the day, because a minute may pass before the request is sent.
  const [, day = ''] = /^Expires on (.+), \d\d:\d\d/.exec(await dialog.getByText(/^Expires on /).innerText()) ?? []
  await dialog.getByRole('button', { name: 'Extend' }).click()
  await expect(page.getByText(new RegExp(`^ci now expires on ${day}, \\d\\d:\\d\\d`)).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Actions for ci' })).toBeFocused()
})

test('suggests a day of grace for a token in use', async ({ page, signedIn, server }) => {
  await signedIn()
  const { id } = await createToken(page.context(), server.origin, { name: 'ci' })
  letBeUsed(server, id, 6)
  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'Actions for ci' }).click()
  await page.getByRole('menuitem', { name: 'Rotate…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: '24 hours' })).toBeFocused()
  await expect(
    dialog.getByText(/^Both tokens work until .+\. Suggested because it was used in the last 7 days\.$/),
  ).toBeVisible()
})

test('does not lose an unsaved token to Back or a reload, and asks nothing once it is saved', async ({
  page,
  signedIn,
}) => {
  await signedIn()
  await page.goto('/settings/profile')
  const openTokens = async () => page.getByRole('link', { name: 'Tokens', exact: true }).first().click()
  await openTokens()
  const dialog = page.getByRole('dialog', { name: 'Copy your new token' })
  const question = page.getByRole('alertdialog', { name: 'You haven’t saved this token. Leave anyway?' })
  const create = async (name: string) => {
    await page.getByRole('button', { name: 'Create token' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill(name)
    await page.getByRole('dialog').getByRole('button', { name: 'Create token' }).click()
    await expect(dialog).toBeVisible()
  }
  await create('first')
  const reloading = page.waitForEvent('dialog')
  await page.evaluate(() => setTimeout(() => window.location.reload()))
  const asked = await reloading
  expect(asked.type()).toBe('beforeunload')
  await asked.dismiss()
  await page.goBack()
  await expect(question.getByRole('button', { name: 'Stay' })).toBeFocused()
  // Until both dialogs have rendered again, the one below takes the key and ignores it.
  await expect(async () => {
    await page.keyboard.press('Escape')
    // The dialog leaves with the next render.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    expect(await question.isHidden()).toBe(true)
  }).toPass({ timeout: PATIENCE_MS })
  await expect(dialog.getByText(/^lkp_/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Done, I’ve saved it' })).toBeFocused()
  await page.goBack()
  await question.getByRole('button', { name: 'Leave without saving' }).click()
  await page.waitForURL('**/settings/profile')
  await expect(page.getByRole('heading', { name: 'Profile' }).first()).toBeVisible()

  await openTokens()
  await create('second')
  await dialog.getByRole('button', { name: 'Done, I’ve saved it' }).click()
  await expect(page.getByRole('row', { name: /second/ })).toBeVisible()
  await page.goBack()
  await page.waitForURL('**/settings/profile')
  await expect(question).toBeHidden()
})
