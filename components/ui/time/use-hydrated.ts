import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/** Returns false on the server and in the client render that must match it, true afterwards. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
}
