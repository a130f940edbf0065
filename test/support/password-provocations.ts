import { now, secondsAfter } from '@/lib/base/clock'
import { BoundedQueue } from '@/lib/base/passwords/bounded-queue'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/base/contract'
import type { Answer } from '@/test/support/api'
import { newSubject, type Subject } from '@/test/support/contract-subject'
import { PASSWORD } from '@/test/support/factories'
import { bodyWith, has } from '@/test/support/provoke'
import { withSingleton } from '@/test/support/with-singleton'

/** Makes somebody's last sign-in too long ago for a step-up. */
async function withOldSignIn(contract: Contract): Promise<Subject> {
  const subject = await newSubject(contract)
  const authTime = secondsAfter(now(), -3600)
  await database().token.updateMany({ where: { userId: subject.account.id }, data: { authTime } })
  return subject
}

/** What, beside an old sign-in, makes a contract ask for the password again. */
const wideningOf = (contract: Contract) => {
  if (contract.stepUp) return {}
  if (has(contract, 'is_admin')) return { is_admin: false }
  return has(contract, 'scopes') ? { scopes: ['read'] } : { username: 'another-name' }
}

const passwordField = (contract: Contract) => (has(contract, 'old_password') ? 'old_password' : 'password')

/** A wrong password, where the right one is asked for. */
export async function wrongPassword(contract: Contract): Promise<Answer> {
  const subject = await withOldSignIn(contract)
  const wrong = { [passwordField(contract)]: 'not the password' }
  const widening = has(contract, 'old_password') || contract.limitsAddress ? {} : wideningOf(contract)
  return subject.ask(bodyWith(contract, subject, { ...widening, ...wrong }))
}

/** As many passwords are being looked at as can be. */
export async function busy(contract: Contract): Promise<Answer> {
  const isSignedIn = contract.auth !== 'public'
  const subject = isSignedIn ? await withOldSignIn(contract) : await newSubject(contract)
  withSingleton('password-queue', new BoundedQueue(0, 0))
  const shown = isSignedIn && has(contract, 'password') ? { password: PASSWORD } : {}
  const widening = isSignedIn && !contract.limitsAddress ? wideningOf(contract) : {}
  return subject.ask(bodyWith(contract, subject, { ...widening, ...shown }))
}

/** The password is asked for again, and not given. */
export async function withoutPassword(contract: Contract): Promise<Answer> {
  const subject = await withOldSignIn(contract)
  return subject.ask(bodyWith(contract, subject, wideningOf(contract)))
}
