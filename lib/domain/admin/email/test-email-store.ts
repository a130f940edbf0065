import type { Db } from '@/lib/db/client'

/** Notes when the mail server last accepted a test email. */
export async function markEmailTested(tx: Db, at: Date): Promise<void> {
  await tx.instance.updateMany({ where: { id: 1 }, data: { emailTestedAt: at } })
}
