import type { CaptchaView } from '@/lib/domain/captcha/schema'
import { settings } from '@/lib/base/env'

/** The kinds of captcha that are spoken. */
export type CaptchaProvider = 'recaptcha-v2' | 'recaptcha-v3' | 'hcaptcha' | 'turnstile'

/** A captcha that the deployment asks for. */
export interface CaptchaSettings {
  provider: CaptchaProvider
  siteKey: string
  secret: string
  verifyUrl: URL
  /** Below it an answer counts as a machine's, where the provider gives a score from 0 to 1. */
  scoreMin: number
}

const VERIFY_URLS: Record<CaptchaProvider, string> = {
  'recaptcha-v2': 'https://www.google.com/recaptcha/api/siteverify',
  'recaptcha-v3': 'https://www.google.com/recaptcha/api/siteverify',
  hcaptcha: 'https://api.hcaptcha.com/siteverify',
  turnstile: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
}

/** The captcha of this deployment; null where there is none. */
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

/** What pages and programs may know of it. */
export function captchaView(): CaptchaView {
  const captcha = captchaSettings()
  return captcha && { provider: captcha.provider, site_key: captcha.siteKey }
}
