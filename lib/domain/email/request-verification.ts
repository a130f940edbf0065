import { enqueueRequest } from '@/lib/domain/mail/enqueue-request'

/**
 * Requests another email with the link that confirms an address. Whether the address belongs to an account and is
 * unconfirmed is checked later, so the work, the time and the response are the same for every address.
 */
export async function requestVerification(email: string): Promise<void> {
  await enqueueRequest('verification_asked', email)
}
