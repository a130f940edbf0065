import { enqueueRequest } from '@/lib/domain/mail/enqueue-request'

/**
 * Has the link that confirms an address mailed again, if it is an account's and not confirmed
 * yet. That is found out later: the work, the time and the answer are the same for every address.
 */
export async function requestVerification(email: string): Promise<void> {
  await enqueueRequest('verification_asked', email)
}
