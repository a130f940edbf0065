import { singleton } from '@/lib/base/singleton'
import { UseLedger, type UsedSecret } from '@/lib/keys/use-ledger'

/** The uses that this process has still to write. */
export const useLedger = () => singleton('use-ledger', () => new UseLedger())

/** Notes that a secret was used, in memory: nobody waits for it, and it cannot fail. `at` in milliseconds. */
export function noteUse(secret: UsedSecret, at: number, address: string | null): void {
  useLedger().noteUse(secret, at, address)
}

/** Notes that a key was presented whose token or secret is dead. */
export function noteRefusal(secret: UsedSecret, at: number): void {
  useLedger().noteRefusal(secret, at)
}
