import type { Contract } from '@/lib/base/contract'
import type { Answer } from '@/test/support/api'
import { withCaptcha } from '@/test/support/with-captcha'
import { sending } from '@/test/support/provoke'

/** The provider does not take the answer. */
export async function captchaRefused(contract: Contract): Promise<Answer> {
  const server = await withCaptcha('turnstile')
  server.says({ success: false, 'error-codes': ['invalid-input-response'] })
  return sending({ captcha: 'not solved' })(contract)
}

/** The provider cannot be asked. */
export async function captchaGone(contract: Contract): Promise<Answer> {
  const server = await withCaptcha('turnstile')
  server.says((response) => response.destroy())
  return sending({ captcha: 'solved' })(contract)
}
