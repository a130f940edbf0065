import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/base/contract'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import type { Answer } from '@/test/support/requests/api'
import { newSubject } from '@/test/support/requests/contract-subject'
import type { Provocation } from '@/test/support/requests/provoke'
import { withSettings } from '@/test/support/with-settings'

/** Sends a valid request about a device’s request whose row has these values. */
export const deviceRequestWith =
  (data: () => Prisma.DeviceRequestUpdateManyMutationInput): Provocation =>
  async (contract: Contract) => {
    const { ask } = await newSubject(contract)
    await database().deviceRequest.updateMany({ data: data() })
    return ask()
  }

export const expired = deviceRequestWith(() => ({ expiresAt: secondsAfter(now(), -1) }))
export const pending = deviceRequestWith(() => ({ state: 'pending' }))
export const denied = deviceRequestWith(() => ({ state: 'denied' }))
export const spent = deviceRequestWith(() => ({ state: 'spent' }))
export const justPolled = deviceRequestWith(() => ({ polledAt: now() }))

/** Sends a request while the device flow is off. */
export async function withoutDeviceFlow(contract: Contract): Promise<Answer> {
  const { ask } = await newSubject(contract)
  withSettings({ DEVICE_FLOW: 'off' })
  return ask()
}
