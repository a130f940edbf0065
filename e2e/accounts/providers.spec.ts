import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright/test'
import { registerAccount, signIn } from '@/e2e/support/accounts'
import { expectAccessible } from '@/e2e/support/accessibility'
import { expect, SETUP_CODE, test } from '@/e2e/support/fixtures'
import { inDatabaseOf } from '@/e2e/support/in-database-of'
import { windows } from '@/e2e/support/windows'
import { withIssuer } from '@/e2e/support/with-issuer'

const newcomer = (name: string) => ({
  sub: randomUUID(),
  preferred_username: name,
  email: `${name}@example.com`,
  email_verified: true,
})

/** The browser reports each answer of the API that is a question or a rejection. */
function expectRejections(pageErrors: string[]): void {
  expect(pageErrors.splice(0).filter((error) => !/\b(?:400|403|409)\b/.test(error))).toEqual([])
}

async function continueWithAcme(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/login?next=/settings/tokens`)
  await page.getByRole('button', { name: 'Continue with Acme' }).click()
}

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('a newcomer joins once, and signs in with one click from then on', async ({ page, context, pageErrors }) => {
      await withIssuer({}, async (server, issuer) => {
        issuer.says(newcomer('grace'))
        await continueWithAcme(page, server.origin)
        await expect(page.getByRole('heading', { name: 'Create your account' })).toBeVisible()
        await expect(page).toHaveURL(/\/join$/)
        await expect(page.getByLabel('Username')).toHaveValue('grace')
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Create account' }).click()
        await expect(page).toHaveURL(/\/settings\/tokens$/)

        await context.clearCookies()
        await continueWithAcme(page, server.origin)
        await expect(page).toHaveURL(/\/settings\/tokens$/)
        expectRejections(pageErrors)
      })
    })

    test('who owns an address proves it: with the password, or by starting fresh', async ({
      page,
      context,
      pageErrors,
    }) => {
      await withIssuer({}, async (server, issuer) => {
        const account = await registerAccount(context.request, server.origin)
        issuer.says({ ...newcomer('owner'), email: account.email })
        await continueWithAcme(page, server.origin)
        await expect(page.getByRole('heading', { name: 'You may already have an account' })).toBeVisible()
        await expectAccessible(page)
        await page.getByLabel('Password', { exact: true }).fill('not the password')
        await page.getByRole('button', { name: 'This is my account' }).click()
        await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/Incorrect password/)
        await page.getByLabel('Password', { exact: true }).fill(account.password)
        await page.getByRole('button', { name: 'This is my account' }).click()
        await expect(page).toHaveURL(/\/settings\/tokens$/)

        await context.clearCookies()
        const squatted = await registerAccount(context.request, server.origin)
        issuer.says({ ...newcomer('fresh'), email: squatted.email })
        await continueWithAcme(page, server.origin)
        await page.getByRole('button', { name: 'Start fresh' }).click()
        await page.getByLabel('Username').fill('fresh')
        await page.getByRole('button', { name: 'Create account' }).click()
        await expect(page).toHaveURL(/\/settings\/tokens$/)
        expectRejections(pageErrors)
      })
    })
  })
}

test('an owner adds a provider and removes it', async ({ page, context }) => {
  await withIssuer({}, async (server) => {
    await signIn(context, server.origin, await registerAccount(context.request, server.origin))
    await page.goto(`${server.origin}/settings/security`)
    await page.getByRole('button', { name: 'Add Acme' }).click()
    await expect(page.getByRole('button', { name: 'Remove Acme' })).toBeEnabled()
    await expect(page).toHaveURL(/\/settings\/security$/)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Remove Acme' }).click()
    const question = page.getByRole('alertdialog', { name: 'Remove Acme?' })
    await expectAccessible(page)
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('button', { name: 'Remove Acme' })).toBeFocused()
    await page.getByRole('button', { name: 'Remove Acme' }).click()
    await question.getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByRole('button', { name: 'Add Acme' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Remove password…' })).toHaveCount(0)
  })
})

test('an owner who has a provider removes the password', async ({ page, context }) => {
  await withIssuer({}, async (server) => {
    await signIn(context, server.origin, await registerAccount(context.request, server.origin))
    await page.goto(`${server.origin}/settings/security`)
    await page.getByRole('button', { name: 'Add Acme' }).click()
    await page.getByRole('button', { name: 'Remove password…' }).click()
    const question = page.getByRole('alertdialog', { name: 'Remove your password?' })
    await question.getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByRole('button', { name: 'Set password' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Remove Acme' })).toBeDisabled()

    await context.clearCookies()
    await continueWithAcme(page, server.origin)
    await expect(page).toHaveURL(/\/settings\/tokens$/)
  })
})

test('an owner without a password confirms it at the provider', async ({ page, pageErrors }) => {
  await withIssuer({}, async (server, issuer) => {
    issuer.says(newcomer('ida'))
    await continueWithAcme(page, server.origin)
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page).toHaveURL(/\/settings\/tokens$/)
    inDatabaseOf(server, 'UPDATE token SET auth_time = NULL')
    await page.goto(`${server.origin}/settings/security`)
    await expect(page.getByRole('button', { name: 'Remove Acme' })).toBeDisabled()
    const setPassword = async () => {
      await page.getByLabel('New password', { exact: true }).fill('nine lanterns over the quiet harbour')
      await page.getByLabel('Confirm new password').fill('nine lanterns over the quiet harbour')
      await page.getByRole('button', { name: 'Set password' }).click()
    }
    await setPassword()
    const dialog = page.getByRole('dialog', { name: 'Confirm it’s you' })
    await expect(dialog.getByLabel('Password', { exact: true })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Continue with Acme' }).click()
    await expect(dialog).toBeHidden()
    await expect(page).toHaveURL(/\/settings\/security$/)
    await setPassword()
    await expect(page.getByRole('button', { name: 'Change password' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Remove Acme' })).toBeEnabled()
    expectRejections(pageErrors)
  })
})

test('what goes wrong at the provider is told in our own words', async ({ page, context, browser, pageErrors }) => {
  await withIssuer({}, async (server, issuer) => {
    issuer.cancels(true)
    await continueWithAcme(page, server.origin)
    await expect(page.getByText('The sign-in at Acme was cancelled.')).toBeVisible()
    await expect(page).toHaveURL(/\/login\/callback\/acme$/)
    await expect(page.getByText('Text of the provider')).toBeHidden()
    await expectAccessible(page)

    issuer.cancels(false)
    issuer.says(newcomer('replayed'))
    const callback = page.waitForRequest((request) => request.url().includes('/login/callback/acme?'))
    await continueWithAcme(page, server.origin)
    const address = (await callback).url()
    await expect(page).toHaveURL(/\/join$/)
    await page.goto(address)
    await expect(page.getByText('The sign-in at Acme didn’t work.')).toBeVisible()

    const other = await browser.newPage()
    await other.goto(address)
    await expect(other.getByText('The sign-in at Acme didn’t work.')).toBeVisible()
    await other.close()
    expect(await context.cookies()).not.toContainEqual(expect.objectContaining({ name: 'latchkey' }))
    expectRejections(pageErrors)
  })
})

test('a server without passwords is set up and used with a provider alone', async ({ page, context, pageErrors }) => {
  await withIssuer({ PASSWORD_SIGN_IN: 'off', PROVIDER_ACME_PROVISION: 'always' }, async (server, issuer) => {
    issuer.says(newcomer('root'))
    await page.goto(server.origin)
    await expect(page).toHaveURL(/\/setup$/)
    await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0)
    await page.getByRole('button', { name: 'Continue with Acme' }).click()
    await expect(page.getByLabel('Setup code')).toHaveAccessibleDescription(/Enter the setup code/)
    await page.getByLabel('Setup code').fill(SETUP_CODE.toLowerCase().replaceAll('-', ''))
    await page.getByRole('button', { name: 'Continue with Acme' }).click()
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page).toHaveURL(/\/admin$/)

    await context.clearCookies()
    await page.goto(`${server.origin}/login`)
    await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0)
    await expect(page.getByRole('link', { name: /Reset it|Create one/ })).toHaveCount(0)
    issuer.says(newcomer('second'))
    await page.getByRole('button', { name: 'Continue with Acme' }).click()
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page).toHaveURL(/\/settings\/tokens$/)
    expectRejections(pageErrors)
  })
})
