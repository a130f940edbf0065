import { singleton } from '@/lib/base/singleton'

const sleeper = () => singleton<{ wake: (() => void) | null }>('mail-wake', () => ({ wake: null }))

/** Wakes the mail delivery after a write to the outbox. Does nothing while no delivery runs. */
export function wakeMailDelivery(): void {
  sleeper().wake?.()
}

/** Sets the function that `wakeMailDelivery` runs; null removes it. */
export function onMailWake(wake: (() => void) | null): void {
  sleeper().wake = wake
}
