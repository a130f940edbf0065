import { isSetupOpen } from '@/lib/domain/accounts/registration/is-setup-open'
import { PASSWORD_BYTES_MAX, type ConfigView } from '@/lib/domain/accounts/schema'
import { captchaView } from '@/lib/domain/captcha/captcha-settings'
import { settings } from '@/lib/base/env'

/** Returns what pages and programs need to know about this deployment before anyone signs in. */
export async function getConfig(): Promise<ConfigView> {
  const { registration, PASSWORD_MIN_LENGTH, TOKEN_SCOPES, TOKENS_PER_USER, ...rest } = settings()
  return {
    registration,
    setup_open: await isSetupOpen(),
    captcha: captchaView(),
    providers: rest.providers.map(({ id, label }) => ({ id, label })),
    password_sign_in: rest.PASSWORD_SIGN_IN,
    password: { length_min: PASSWORD_MIN_LENGTH, bytes_max: PASSWORD_BYTES_MAX },
    scopes: [...TOKEN_SCOPES],
    device_flow: rest.DEVICE_FLOW === 'on',
    tokens: {
      default_ttl_seconds: rest.TOKEN_DEFAULT_TTL_SECONDS,
      max_ttl_seconds: rest.TOKEN_MAX_TTL_SECONDS,
      can_never_end: rest.ALLOW_NON_EXPIRING,
      count_max: TOKENS_PER_USER,
    },
  }
}
