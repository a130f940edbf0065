import type { CaptchaView } from '@/lib/domain/captcha/schema'
import { settings } from '@/lib/base/env'

/** The supported captcha providers. */
export type CaptchaProvider = 'recaptcha-v2' | 'recaptcha-v3' | 'hcaptcha' | 'turnstile'

/** The captcha that the deployment requires. */
export interface CaptchaSettings {
  provider: CaptchaProvider
  siteKey: string
  secret: string
  verifyUrl: URL
  /** The lowest score, from 0 to 1, that counts as human, for a provider that returns a score. */
  scoreMin: number
}

const VERIFY_URLS: Record<CaptchaProvider, string> = {
  'recaptcha-v2': 'https://www.google.com/recaptcha/api/siteverify',
  'recaptcha-v3': 'https://www.google.com/recaptcha/api/siteverify',
  hcaptcha: 'https://api.hcaptcha.com/siteverify',
  turnstile: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
}

/** Returns the captcha of this deployment, or null if it has none. */
export function captchaSettings(): CaptchaSettings | null {
  const { CAPTCHA_PROVIDER: provider, CAPTCHA_VERIFY_URL, CAPTCHA_MIN_SCORE, ...rest } = settings()
  if (provider === undefined) return null
  return {
    provider,
    siteKey: rest.CAPTCHA_SITE_KEY ?? '',
    secret: rest.CAPTCHA_SECRET ?? '',
    verifyUrl: new URL(CAPTCHA_VERIFY_URL ?? VERIFY_URLS[provider]),
    scoreMin: CAPTCHA_MIN_SCORE,
  }
}

/** Returns the public part of the captcha settings. */
export function captchaView(): CaptchaView {
  const captcha = captchaSettings()
  return captcha && { provider: captcha.provider, site_key: captcha.siteKey }
}
