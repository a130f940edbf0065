import { deliverMail } from '@/lib/process/mail/deliver-mail'

/** Sends all due email from the outbox, including email that this adds to it. */
export async function delivered(): Promise<void> {
  while ((await deliverMail()) > 0);
}
