import { createHash } from 'node:crypto'
import { askProvider, type ProviderAnswer } from '@/lib/domain/captcha/ask-provider'
import { captchaSettings, type CaptchaSettings } from '@/lib/domain/captcha/captcha-settings'
import { faultOfAnswer, isOurFault } from '@/lib/domain/captcha/judge-answer'
import { now } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { log } from '@/lib/base/log'
import { consume } from '@/lib/db/rate-limit/limiter'
import { requestContext } from '@/lib/base/request-context'

/** An answer works once. No provider accepts one for longer than this. */
const ONCE = { name: 'captcha', points: 1, durationSeconds: 600 }

/**
 * Checks the answer to a captcha, if the deployment requires one. The provider must accept it for our host and this
 * action, and it works once across all instances.
 * @returns `unavailable` if the provider cannot be asked, so nothing is known about the answer
 * @throws AppError captcha_failed, store_unavailable
 */
export async function checkCaptcha(answer: string | null, action: string): Promise<'passed' | 'unavailable'> {
  const captcha = captchaSettings()
  if (captcha === null) return 'passed'
  if (answer === null) throw captchaFailed('Complete the captcha.')
  const verdict = await ask(captcha, answer)
  if (verdict === null) return 'unavailable'
  const hostname = new URL(settings().appOrigin).hostname
  const scoreMin = captcha.provider === 'recaptcha-v3' ? captcha.scoreMin : null
  const fault = faultOfAnswer(verdict, { hostname, action, at: now(), scoreMin })
  if (fault !== null) {
    log().info({ fault, action, address: requestContext().address }, 'captcha failed')
    throw captchaFailed('The captcha wasn’t completed. Try again.')
  }
  if ((await consume(ONCE, digestOf(answer))) !== null) throw captchaFailed('This captcha was already used. Try again.')
  return 'passed'
}

/** Returns the error that every endpoint gives while the provider is unavailable. */
export function captchaUnavailable(): AppError {
  const detail = 'The captcha can’t be checked right now. Try again later.'
  return new AppError('captcha_unavailable', { detail, retryAfterSeconds: 30 })
}

async function ask(captcha: CaptchaSettings, answer: string): Promise<ProviderAnswer | null> {
  try {
    const verdict = await askProvider(captcha, answer, requestContext().address)
    if (!isOurFault(verdict)) return verdict
    log().error({ errors: verdict['error-codes'] }, 'the captcha provider rejected CAPTCHA_SECRET')
  } catch (err) {
    log().warn({ err }, 'the captcha provider did not respond')
  }
  return null
}

function captchaFailed(detail: string): AppError {
  return new AppError('captcha_failed', { detail, errors: [{ pointer: '/captcha', detail }] })
}

function digestOf(answer: string): string {
  return createHash('sha256').update(answer).digest('hex')
}
