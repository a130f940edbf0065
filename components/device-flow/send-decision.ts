import type * as z from 'zod'
import { deviceFlowTexts } from '@/components/device-flow/texts'
import { sessionChoicesOf } from '@/components/forms/sign-in/start-session'
import type { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { approveDeviceContract, denyDeviceContract, lookupDeviceContract } from '@/lib/domain/device-flow/contract'
import type { approveDeviceInput, DeviceRequestView } from '@/lib/domain/device-flow/schema'
import type { SessionChoices } from '@/lib/domain/sessions/schema'
import { ProblemError } from '@/lib/edge/client/problem-error'

/** How a request ended. */
export type Outcome = keyof typeof deviceFlowTexts.outcomes

type CallSignedIn = ReturnType<typeof useCallSignedIn>

const texts = deviceFlowTexts.code

/** Finds the request behind a code. @throws ProblemError */
export async function lookUp(callSignedIn: CallSignedIn, user_code: string): Promise<DeviceRequestView | Outcome> {
  try {
    return await callSignedIn(lookupDeviceContract, { body: { user_code } })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { status, code } = error
    if (code === 'device_request_decided') return 'decided'
    if (status === 429) throw new ProblemError(status, code, texts.tooMany)
    if (code !== 'device_code_not_found') throw error
    throw new ProblemError(status, code, texts.unknown, [{ pointer: '/user_code', detail: texts.unknown }])
  }
}

/** Approves a request, or returns the sessions that can be signed out to make room. @throws ProblemError */
export async function approve(
  callSignedIn: CallSignedIn,
  body: z.output<typeof approveDeviceInput>,
): Promise<Outcome | SessionChoices> {
  try {
    await callSignedIn(approveDeviceContract, { body })
    return 'approved'
  } catch (error) {
    return endOf(error) ?? sessionChoicesOf(error)
  }
}

/** Denies a request. @throws ProblemError */
export async function deny(callSignedIn: CallSignedIn, user_code: string): Promise<Outcome> {
  try {
    await callSignedIn(denyDeviceContract, { body: { user_code } })
    return 'denied'
  } catch (error) {
    const end = endOf(error)
    if (end === null) throw error
    return end
  }
}

/** Returns how a request ended that can’t be decided any more; null for every other error. */
function endOf(error: unknown): Outcome | null {
  if (!(error instanceof ProblemError)) return null
  if (error.code === 'device_request_decided') return 'decided'
  // The code was valid when the person looked it up.
  return error.code === 'device_code_not_found' ? 'expired' : null
}
