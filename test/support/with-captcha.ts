import { onTestFinished } from 'vitest'
import { captchaEnvironment, startCaptchaServer, type CaptchaServer } from '@/test/support/servers/captcha-server'
import { withSettings } from '@/test/support/with-settings'

/** Makes the process require a captcha until the running test ends. */
export async function withCaptcha(provider: string): Promise<CaptchaServer> {
  const server = await startCaptchaServer()
  onTestFinished(() => server.close())
  withSettings(captchaEnvironment(server, provider))
  return server
}
