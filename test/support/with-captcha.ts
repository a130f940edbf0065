import { onTestFinished } from 'vitest'
import { captchaEnvironment, startCaptchaServer, type CaptchaServer } from '@/test/support/captcha-server'
import { withSettings } from '@/test/support/with-settings'

/** Has the process ask for a captcha until the running test has ended. */
export async function withCaptcha(provider: string): Promise<CaptchaServer> {
  const server = await startCaptchaServer()
  onTestFinished(() => server.close())
  withSettings(captchaEnvironment(server, provider))
  return server
}
