import { enqueueRequest } from '@/lib/domain/mail/enqueue-request'

/**
 * Requests a reset link for an address. Whether an account has that address is looked up later: the work, the time and
 * the response are the same for every address.
 */
export async function requestReset(email: string): Promise<void> {
  await enqueueRequest('reset_asked', email)
}
