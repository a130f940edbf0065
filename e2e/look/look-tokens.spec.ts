import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { seedTokens } from '@/e2e/support/seed-tokens'

test('creating the first token fits and is accessible, in its dialog and from a link', async ({ page, signedIn }) => {
  await signedIn()
  await page.goto('/settings/tokens')
  await expectFit(page, 'tokens-empty')
  await page.getByRole('button', { name: 'Create token' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('weather-station')
  await page.getByRole('dialog').getByText('Custom…').click()
  await expectFit(page, 'create')
  await page.goto('/settings/tokens/new?name=ci&scopes=read,deploy&expires_in_days=4000')
  await expectFit(page, 'link')
})

test('every view of the token list fits and is accessible', async ({ page, signedIn, server }) => {
  await signedIn()
  await seedTokens(page.context(), server)
  for (const address of ['?show=ending', '?show=unused', '?show=ended', '?q=nowhere', '?q=laptop', '']) {
    await page.goto(`/settings/tokens${address}`)
    await expectFit(page, `tokens${address.replace(/\W/g, '-')}`)
  }
  await page.getByRole('checkbox', { name: 'Select ci-deploy' }).check()
  await page.getByRole('checkbox', { name: 'Select phone of 2024' }).check()
  await expectFit(page, 'tokens-selected')
  await page.getByRole('button', { name: 'Revoke…' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectFit(page, 'tokens-bulk')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expectFit(page, 'tokens-revoked')
})

test('the dialogs of a token fit and are accessible', async ({ page, signedIn, server }) => {
  await signedIn()
  await seedTokens(page.context(), server)
  await page.goto('/settings/tokens')
  const actions = page.getByRole('button', { name: 'Actions for backup-script' })
  await actions.click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectFit(page, 'menu')
  for (const action of ['Rename', 'Extend', 'Revoke', 'Rotate']) {
    if (await page.getByRole('menuitem').first().isHidden()) await actions.click()
    await page.getByRole('menuitem', { name: `${action}…` }).click()
    await expect(page.getByRole('heading', { name: `${action} backup-script` })).toBeVisible()
    await expectFit(page, action.toLowerCase())
    if (action !== 'Rotate') await page.keyboard.press('Escape')
  }
  await page.getByText('24 hours', { exact: true }).click()
  await page.getByRole('button', { name: 'Rotate' }).click()
  await expect(page.getByRole('heading', { name: 'Copy your new token' })).toBeVisible()
  await expectFit(page, 'key')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'nginx' }).click()
  await dialog.getByRole('button', { name: 'Show QR code' }).click()
  await expect(dialog.getByRole('img', { name: 'QR code of the token' })).toBeVisible()
  await expectFit(page, 'key-nginx')
  await page.goBack()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectFit(page, 'key-leave')
  await page.getByRole('button', { name: 'Stay' }).click()
  await page.getByRole('button', { name: 'Done, I’ve saved it' }).click()
  await actions.click()
  await page.getByRole('menuitem', { name: 'Revoke old token now' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectFit(page, 'end-grace')
})
