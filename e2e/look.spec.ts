import { ageSessions } from '@/e2e/support/age-sessions'
import { expectFit, SCHEMES, WIDTHS } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { startServer, type ServerProcess } from '@/test/support/server-process'

test.describe('a server that is new', () => {
  let server: ServerProcess
  test.beforeAll(async () => {
    server = await startServer({ env: { LOG_LEVEL: 'warn' } })
  })
  test.afterAll(() => server.stop())

  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      test(`the page that sets it up fits and is accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        await page.goto(`${server.origin}/setup`)
        await expect(page.getByRole('heading', { name: 'Set up Latchkey' })).toBeVisible()
        await expectFit(page, `${width}-${colorScheme}-setup`)
        await page.getByRole('button', { name: 'Create the administrator' }).click()
        await expect(page.getByLabel('Setup code')).toBeFocused()
        await expectFit(page, `${width}-${colorScheme}-setup-refused`)
      })
    }
  }
})

for (const width of WIDTHS) {
  for (const colorScheme of SCHEMES) {
    const look = `${width}-${colorScheme}`
    test.describe(`at ${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 800 }, colorScheme })

      test('the pages before the sign-in fit and are accessible', async ({ page }) => {
        for (const path of ['/login', '/register']) {
          await page.goto(path)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expectFit(page, `${look}-${path.slice(1)}`)
        }
      })

      test('a page that is not there says so, fits and is accessible', async ({ page, pageErrors }) => {
        expect((await page.goto('/nowhere'))?.status()).toBe(404)
        expect(pageErrors.splice(0)).toEqual([expect.stringContaining('404')])
        await expect(page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible()
        await expectFit(page, `${look}-nowhere`)
      })

      test('a form that was refused fits and is accessible', async ({ page }) => {
        await page.goto('/register')
        await page.getByRole('button', { name: 'Create the account' }).click()
        await expect(page.getByLabel('Username')).toBeFocused()
        await expectFit(page, `${look}-register-refused`)
      })

      test('the question for the password fits and is accessible', async ({ page, signedIn, server }) => {
        const account = await signedIn()
        await page.goto('/settings/tokens')
        ageSessions(server, account)
        await page.getByRole('button', { name: 'Create token' }).click()
        await page.getByRole('dialog').getByLabel('Name').fill('weather-station')
        await page.keyboard.press('Enter')
        const question = page.getByRole('dialog', { name: 'Show your password again' })
        await expect(question).toBeVisible()
        await expectFit(page, `${look}-step-up`)
        await question.getByLabel('Password', { exact: true }).fill('not the password')
        await page.keyboard.press('Enter')
        await expect(question.getByText('The password is not right.')).toBeVisible()
        await expectFit(page, `${look}-step-up-refused`)
      })
    })
  }
}
