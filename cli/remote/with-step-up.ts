import { readCurrentPassword } from '@/cli/read-password'
import { callServer, type SignedIn } from '@/cli/remote/call-server'
import { reauthenticateContract } from '@/lib/domain/sessions/contract'
import { ProblemError } from '@/lib/edge/client/problem-error'

/** Does what may require a recently confirmed password. If it does, asks for the password, confirms it and repeats. */
export async function withStepUp<T>(who: SignedIn, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'reauthentication_required')) throw error
  }
  await callServer(who, reauthenticateContract, { body: { password: await readCurrentPassword(who.origin) } })
  return work()
}
