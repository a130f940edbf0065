import { now, secondsAfter } from '@/lib/base/clock'
import { BoundedQueue } from '@/lib/base/passwords/bounded-queue'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/base/contract'
import type { Answer } from '@/test/support/requests/api'
import { isDeletion, newSubject, type Subject } from '@/test/support/requests/contract-subject'
import { newAccount, PASSWORD } from '@/test/support/factories'
import { ACME, withoutPassword } from '@/test/support/identities'
import { bodyWith, has } from '@/test/support/requests/provoke'
import { withSettings } from '@/test/support/with-settings'
import { withSingleton } from '@/test/support/with-singleton'
import { withCaptcha } from '@/test/support/with-captcha'
import { sending } from '@/test/support/requests/provoke'

/** Creates a subject whose last password confirmation is too old for a step-up. */
async function withOldSignIn(contract: Contract): Promise<Subject> {
  const subject = await newSubject(contract)
  const authTime = secondsAfter(now(), -3600)
  await database().token.updateMany({ where: { userId: subject.account.id }, data: { authTime } })
  return subject
}

/** Returns the fields that, together with an old confirmation, make a contract ask for the password again. */
const wideningOf = (contract: Contract) => {
  if (contract.stepUp) return {}
  if (has(contract, 'is_admin')) return { is_admin: false }
  return has(contract, 'scopes') ? { scopes: ['read'] } : { username: 'another-name' }
}

const passwordField = (contract: Contract) => (has(contract, 'old_password') ? 'old_password' : 'password')

/** Sends a wrong password where the contract asks for one. */
export async function wrongPassword(contract: Contract): Promise<Answer> {
  const subject = await withOldSignIn(contract)
  const wrong = { [passwordField(contract)]: 'not the password' }
  const widening = has(contract, 'old_password') || contract.limitsAddress ? {} : wideningOf(contract)
  return subject.ask(bodyWith(contract, subject, { ...widening, ...wrong }))
}

/** Sends a request while the password queue is full. */
export async function busy(contract: Contract): Promise<Answer> {
  const isSignedIn = contract.auth !== 'public'
  const showsPassword = has(contract, 'password') || has(contract, 'old_password')
  const subject = isSignedIn && showsPassword ? await withOldSignIn(contract) : await newSubject(contract)
  withSingleton('password-queue', new BoundedQueue(0, 0))
  const shown = isSignedIn && has(contract, 'password') ? { password: PASSWORD } : {}
  const widening = isSignedIn && !contract.limitsAddress ? wideningOf(contract) : {}
  return subject.ask(bodyWith(contract, subject, { ...widening, ...shown }))
}

/** Sends a request without the password that the contract asks for again. */
export async function withoutStepUp(contract: Contract): Promise<Answer> {
  const subject = await withOldSignIn(contract)
  if (isDeletion(contract)) {
    await withoutPassword(subject.account)
    return subject.ask({ body: {} })
  }
  return subject.ask(bodyWith(contract, subject, wideningOf(contract)))
}

/** Sends a request while nobody may use a password. */
export async function passwordsOff(contract: Contract): Promise<Answer> {
  const subject = await newSubject(contract)
  withSettings({ ...ACME, PASSWORD_SIGN_IN: 'off' })
  return subject.ask()
}

/** Sets a first password for an account that has one. */
export async function passwordThere(contract: Contract): Promise<Answer> {
  const subject = await newSubject(contract)
  const data = { passwordHash: (await newAccount()).passwordHash }
  await database().user.update({ where: { id: subject.account.id }, data })
  return subject.ask()
}

/** Removes the password of an account, or its identity, that nothing else can sign in. */
export async function lastWayIn(contract: Contract): Promise<Answer> {
  const subject = await newSubject(contract)
  if (contract.path.includes('/identities/')) await withoutPassword(subject.account)
  else await database().identity.deleteMany({ where: { userId: subject.account.id } })
  return subject.ask()
}

/** Sends a captcha answer that the provider rejects. */
export async function captchaRefused(contract: Contract): Promise<Answer> {
  const server = await withCaptcha('turnstile')
  server.says({ success: false, 'error-codes': ['invalid-input-response'] })
  return sending({ captcha: 'not solved' })(contract)
}

/** Sends a captcha answer while the provider is unreachable. */
export async function captchaGone(contract: Contract): Promise<Answer> {
  const server = await withCaptcha('turnstile')
  server.says((response) => response.destroy())
  return sending({ captcha: 'solved' })(contract)
}
