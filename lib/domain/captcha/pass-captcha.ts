import { captchaUnavailable, checkCaptcha } from '@/lib/domain/captcha/check-captcha'
import { CAPTCHA_FIELDS } from '@/lib/domain/captcha/schema'
import type { Contract } from '@/lib/base/contract'

interface Passed {
  /** What the use case gets: the body without the answer. */
  body: Record<never, never>
  /** Nobody could be asked, so that of those who sign in an administrator alone may be let in. */
  adminsOnly: boolean
}

/**
 * Checks the captcha of a request, where its contract asks for one.
 * @throws AppError captcha_failed; captcha_unavailable, but where people sign in
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
