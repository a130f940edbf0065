import { expectBelow } from '@/e2e/support/expect-below'
import { expect, test } from '@/e2e/support/fixtures'
import { letBeMade, letBeUsed, letHaveCalls, revokeToken, seedTokens } from '@/e2e/support/seed-tokens'
import { createToken } from '@/e2e/support/tokens'
import { bothWindows } from '@/e2e/support/windows'

for (const { name, width, use } of bothWindows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('keeps search, filter, and order in the address without interrupting typing', async ({
      page,
      signedIn,
      server,
    }) => {
      await signedIn()
      await seedTokens(page.context(), server)
      await page.goto('/settings/tokens')
      const rows = page.getByRole('row').filter({ has: page.getByRole('cell') })
      await expect(rows).toHaveCount(4)

      const search = page.getByRole('searchbox', { name: 'Search tokens' })
      await search.pressSequentially('ci')
      await expect(page).toHaveURL(/\?q=ci$/)
      await expect(rows).toHaveCount(1)
      await expect(search).toBeFocused()
      await page.keyboard.type('-de')
      await expect(page).toHaveURL(/\?q=ci-de$/)
      await expect(rows).toContainText(['ci-deploy'])

      await search.fill('laptop')
      await expect(page.getByRole('heading', { name: 'No matching tokens' })).toBeVisible()
      await page.getByRole('link', { name: 'Show 1 expired or revoked match' }).click()
      await expect(page).toHaveURL(/\?show=ended&q=laptop$/)
      await expect(rows).toContainText(['old-laptop'])
      await page.reload()
      await expect(search).toHaveValue('laptop')
      await expect(rows).toContainText(['old-laptop'])

      await search.fill('')
      await expect(page).toHaveURL(/\?show=ended$/)
      await page.getByRole('link', { name: /^Active/ }).click()
      await expect(rows).toHaveCount(4)
      if (width < 640) await page.getByRole('combobox', { name: 'Sort' }).selectOption('Name A–Z')
      else await page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click()
      await expect(page).toHaveURL(/\?sort=name$/)
      await expect(rows).toContainText(['backup-script', 'ci-deploy', 'greenhouse-sensor-2', 'phone of 2024'])
      await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
    })

    test('revokes several tokens at once and restores them with one click', async ({ page, signedIn, server }) => {
      await signedIn()
      await seedTokens(page.context(), server)
      await page.goto('/settings/tokens')
      await page.getByRole('checkbox', { name: 'Select ci-deploy' }).check()
      await page.getByRole('checkbox', { name: 'Select phone of 2024' }).check()
      await expect(page.getByText('2 selected')).toBeVisible()
      await page.getByRole('button', { name: 'Revoke…' }).click()
      const question = page.getByRole('alertdialog', { name: 'Revoke 2 tokens?' })
      await expect(question).toContainText('ci-deploy')
      await expect(question).toContainText('Used 12 minutes ago')
      await question.getByRole('button', { name: 'Revoke' }).click()
      await expect(page.getByRole('link', { name: 'Expired & revoked 3' })).toBeVisible()
      await expect(page.getByText('2 selected')).toHaveCount(0)

      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByText('2 tokens restored.', { exact: true })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Expired & revoked 1' })).toBeVisible()
      await expect(page.getByRole('row', { name: /ci-deploy/ })).toBeVisible()
    })
  })
}

test('shows a token’s requests, a revoked token’s rejected requests, and both in the revocation dialog', async ({
  page,
  signedIn,
  server,
}) => {
  await signedIn()
  const { id } = await createToken(page.context(), server.origin, { name: 'ci' })
  letHaveCalls(server, id, [1, 1400], 2)
  await page.goto('/settings/tokens')
  const row = page.getByRole('row', { name: /ci/ })
  await expect(row.getByRole('img', { name: '1,401 requests in 30 days, 1,400 on the busiest day' })).toBeVisible()
  await page.getByRole('button', { name: 'Actions for ci' }).click()
  await page.getByRole('menuitem', { name: 'Revoke…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Revoke ci?' })
  await expect(question).toContainText('1,401 requests in 30 days; 2 rejected.')
  await question.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('link', { name: 'Expired & revoked 1' }).click()
  await expect(row).toContainText('2 rejected requests in 30 days')
})

test('messages stack, each with its own Undo, and cover neither controls nor the last row', async ({
  page,
  signedIn,
  server,
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await signedIn()
  for (const name of ['first', 'second', 'third', 'fourth', 'kept'])
    await createToken(page.context(), server.origin, { name })
  await page.goto('/settings/tokens')
  const messages = page.getByRole('region', { name: /Notifications/ })
  const revoke = async (name: string) => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click()
    await page.getByRole('menuitem', { name: 'Revoke…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(page.getByRole('alertdialog')).toBeHidden()
  }
  for (const name of ['first', 'second', 'third', 'fourth']) {
    await revoke(name)
    await expect(messages.getByText(`${name} revoked.`)).toBeVisible()
    // In a window without the focus, messages wait for the person to return.
    await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  }
  await expect(messages.getByRole('listitem')).toHaveText([/second/, /third/, /fourth/])

  await page.getByRole('checkbox', { name: 'Select kept' }).check()
  const bar = page.getByRole('region', { name: 'Selected tokens' })
  await expectBelow(bar, messages.getByRole('listitem').first())
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expectBelow(page.getByRole('row', { name: /kept/ }), messages.getByRole('listitem').first())
  await bar.getByRole('button', { name: 'Revoke…' }).click()
  const question = page.getByRole('alertdialog')
  // No role query finds what is behind an open dialog.
  await expectBelow(
    question.getByRole('button', { name: 'Revoke' }),
    page.locator('li', { hasText: 'second revoked.' }),
  )
  await question.getByRole('button', { name: 'Cancel' }).click()

  await messages.getByRole('listitem').filter({ hasText: 'third' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('third restored.', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /third/ })).toBeVisible()
  await expect(messages.getByText('second revoked.')).toBeVisible()
})

test('the keyboard reaches the Undo button of a message with F8', async ({ page, signedIn, server }) => {
  await signedIn()
  await createToken(page.context(), server.origin, { name: 'ci' })
  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'Actions for ci' }).click()
  await page.getByRole('menuitem', { name: 'Revoke…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('F8')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('ci restored.', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /ci/ })).toBeVisible()
})

test('a revocation can be undone from its row unless the key has leaked', async ({ page, signedIn, server }) => {
  await signedIn()
  const [lost, leaked] = [
    await createToken(page.context(), server.origin, { name: 'lost' }),
    await createToken(page.context(), server.origin, { name: 'leaked' }),
  ]
  await revokeToken(page.context(), server.origin, lost.id, 'lost_device')
  await revokeToken(page.context(), server.origin, leaked.id, 'leaked')
  await page.goto('/settings/tokens?show=ended')
  await expect(page.getByRole('row', { name: /leaked/ }).getByRole('button')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo revoking lost' }).click()
  await expect(page.getByText('lost restored.', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /lost/ })).toHaveCount(0)
  const answer = await page.request.get('/api/v1/auth/verify', { headers: { authorization: `Token ${lost.key}` } })
  expect(answer.status()).toBe(200)
})

test('revokes all tokens unused for 90 days at once, across all pages', async ({ page, signedIn, server }) => {
  await signedIn()
  const make = async (name: string) => (await createToken(page.context(), server.origin, { name })).id
  for (const name of ['never used', 'rested', 'busy', 'young']) {
    const id = await make(name)
    if (name !== 'young') letBeMade(server, id, 100)
    if (name === 'rested') letBeUsed(server, id, 91)
    if (name === 'busy') letBeUsed(server, id, 89)
  }
  await page.goto('/settings/tokens')
  await page.getByRole('link', { name: 'Unused for 90 days 2' }).click()
  await page.getByRole('button', { name: 'Revoke all 2 unused tokens…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('heading', { name: 'No unused tokens' })).toBeVisible()
  await page.getByRole('link', { name: 'Expired & revoked 2' }).click()
  await expect(page.getByRole('row', { name: /never used/ })).toContainText('Revoked · unused')
})

test('splits a long list into pages of fifty and shows the first page for a tampered cursor', async ({
  page,
  signedIn,
  server,
}) => {
  test.slow()
  await signedIn()
  for (let index = 1; index <= 51; index += 1) {
    const { id } = await createToken(page.context(), server.origin, { name: `token ${index}` })
    if (index > 40) await revokeToken(page.context(), server.origin, id)
  }
  for (let index = 52; index <= 91; index += 1) {
    const { id } = await createToken(page.context(), server.origin, { name: `token ${index}` })
    await revokeToken(page.context(), server.origin, id)
  }
  await page.goto('/settings/tokens?show=ended')
  await expect(page.getByRole('row')).toHaveCount(51)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('row', { name: /token 41/ })).toBeVisible()
  await page.getByRole('link', { name: 'First page' }).click()
  await expect(page.getByRole('row')).toHaveCount(51)
  await page.goto('/settings/tokens?show=ended&cursor=tampered')
  await expect(page.getByRole('row')).toHaveCount(51)
})
