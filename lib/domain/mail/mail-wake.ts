import { singleton } from '@/lib/base/singleton'

const sleeper = () => singleton<{ wake: (() => void) | null }>('mail-wake', () => ({ wake: null }))

/** Tells the delivery that something was put into the outbox. Without a delivery nothing happens. */
export function wakeMailDelivery(): void {
  sleeper().wake?.()
}

/** Who is to be woken; null for nobody. */
export function onMailWake(wake: (() => void) | null): void {
  sleeper().wake = wake
}
