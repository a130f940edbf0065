import { getNonce } from 'get-nonce'
import type { CaptchaView } from '@/lib/domain/captcha/schema'

type Provider = NonNullable<CaptchaView>['provider']

/** The functions that the scripts of all providers share. */
export interface CaptchaApi {
  render(place: HTMLElement, options: Record<string, unknown>): string | number
  reset(id: string | number): void
  /** Only for captchas that ask the person nothing. */
  execute(siteKey: string, options: { action: string }): Promise<string>
  ready?(act: () => void): void
}

const GLOBALS: Record<Provider, string> = {
  'recaptcha-v2': 'grecaptcha',
  'recaptcha-v3': 'grecaptcha',
  hcaptcha: 'hcaptcha',
  turnstile: 'turnstile',
}

function addressOf({ provider, site_key }: NonNullable<CaptchaView>): string {
  switch (provider) {
    case 'recaptcha-v2':
      return 'https://www.google.com/recaptcha/api.js?render=explicit'
    case 'recaptcha-v3':
      return `https://www.google.com/recaptcha/api.js?render=${encodeURIComponent(site_key)}`
    case 'hcaptcha':
      return 'https://js.hcaptcha.com/1/api.js?render=explicit'
    case 'turnstile':
      return 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit'
  }
}

let loading: Promise<CaptchaApi> | undefined

/** Loads the provider's script once per page. Rejects when it cannot be loaded; the next attempt loads it again. */
export function loadCaptcha(captcha: NonNullable<CaptchaView>): Promise<CaptchaApi> {
  return (loading ??= load(captcha).catch((error: unknown) => {
    loading = undefined
    throw error
  }))
}

async function load(captcha: NonNullable<CaptchaView>): Promise<CaptchaApi> {
  await new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = addressOf(captcha)
    script.nonce = getNonce() ?? ''
    script.onload = resolve
    script.onerror = () => reject(new Error('The captcha could not be loaded'))
    document.head.append(script)
  })
  const api = Reflect.get(window, GLOBALS[captcha.provider]) as CaptchaApi
  // Google's script only loads another one.
  if (captcha.provider.startsWith('recaptcha')) await new Promise<void>((resolve) => api.ready?.(resolve))
  return api
}
