import { singleton } from '@/lib/base/singleton'
import { UseLedger, type UsedSecret } from '@/lib/keys/use-ledger'

/** Returns the uses that this process has yet to write. */
export const useLedger = () => singleton('use-ledger', () => new UseLedger())

/** Records in memory that a secret was used, at `at` in milliseconds. This blocks nothing and cannot fail. */
export function noteUse(secret: UsedSecret, at: number, address: string | null): void {
  useLedger().noteUse(secret, at, address)
}

/** Records that a request used a key whose token or secret is no longer valid. */
export function noteRefusal(secret: UsedSecret, at: number): void {
  useLedger().noteRefusal(secret, at)
}
