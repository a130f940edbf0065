import { captchaUnavailable, checkCaptcha } from '@/lib/domain/captcha/check-captcha'
import { CAPTCHA_FIELDS } from '@/lib/domain/captcha/schema'
import type { Contract } from '@/lib/base/contract'

interface Passed {
  /** The body for the use case, without the captcha answer. */
  body: Record<never, never>
  /** The provider was unavailable, so only an administrator may sign in. */
  adminsOnly: boolean
}

/**
 * Checks the captcha of a request, if its contract requires one.
 * @throws AppError captcha_failed; captcha_unavailable, except for sign-in
 */
export async function passCaptcha({ captcha: action }: Contract, given: Record<string, unknown>): Promise<Passed> {
  if (action === undefined) return { body: given, adminsOnly: false }
  const body = { ...given }
  const answers = CAPTCHA_FIELDS.map((field) => body[field])
  for (const field of CAPTCHA_FIELDS) Reflect.deleteProperty(body, field)
  const answer = answers.find((one) => typeof one === 'string')
  const adminsOnly = (await checkCaptcha(answer ?? null, action)) === 'unavailable'
  if (adminsOnly && action !== 'login') throw captchaUnavailable()
  return { body, adminsOnly }
}
