import { captchaSettings, type CaptchaProvider } from '@/lib/domain/captcha/captcha-settings'

/** What a provider's widget loads besides its script, by directive of the Content-Security-Policy. */
interface CaptchaHosts {
  frames: string
  connections: string
  styles: string
}

const GOOGLE: CaptchaHosts = {
  frames: ' https://www.google.com/recaptcha/ https://recaptcha.google.com/recaptcha/',
  connections: ' https://www.google.com/recaptcha/',
  styles: '',
}
const HCAPTCHA = ' https://hcaptcha.com https://*.hcaptcha.com'

const HOSTS: Record<CaptchaProvider, CaptchaHosts> = {
  'recaptcha-v2': GOOGLE,
  'recaptcha-v3': GOOGLE,
  hcaptcha: { frames: HCAPTCHA, connections: HCAPTCHA, styles: HCAPTCHA },
  turnstile: { frames: ' https://challenges.cloudflare.com', connections: '', styles: '' },
}

const PAGES = /^\/(?:login|register|forgot-password)\/?$/

/**
 * Returns the hosts of the deployment's captcha for the pages that show one, and null for all others, most importantly
 * those that open an emailed link. The provider's script needs no host: our own script, which has the nonce, loads it.
 */
export function captchaHosts(path: string): CaptchaHosts | null {
  const captcha = PAGES.test(path) ? captchaSettings() : null
  return captcha && HOSTS[captcha.provider]
}
