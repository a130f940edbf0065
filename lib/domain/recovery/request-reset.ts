import { enqueueRequest } from '@/lib/domain/mail/enqueue-request'

/**
 * Has a link for a new password mailed to an address, if it is an account's. That is found out
 * later: the work, the time and the answer are the same for every address.
 */
export async function requestReset(email: string): Promise<void> {
  await enqueueRequest('reset_asked', email)
}
