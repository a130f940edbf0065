import type { Db } from '@/lib/db/client'
import { requestContext } from '@/lib/base/request-context'
import { countDevices } from '@/lib/domain/tokens/token-end-store'

/**
 * Whether an app of this name, with the user agent of the current request, has signed in to an account before. Ignores
 * addresses, which change too often.
 */
export async function wasDeviceSeen(tx: Db, userId: string, name: string): Promise<boolean> {
  return (await countDevices(tx, userId, name, requestContext().userAgent)) > 0
}
