import { deliverMail } from '@/lib/process/mail/deliver-mail'

/** Sends all that is due in the outbox, and what comes into it by that. */
export async function delivered(): Promise<void> {
  while ((await deliverMail()) > 0);
}
