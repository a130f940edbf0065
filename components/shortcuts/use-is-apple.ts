'use client'

import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/** Whether this keyboard has a ⌘ key in place of Control. */
export function isApple(): boolean {
  return /Mac OS X|iPhone|iPad/.test(navigator.userAgent)
}

/** Returns `isApple`, and false until the script has loaded. */
export function useIsApple(): boolean {
  return useSyncExternalStore(subscribe, isApple, () => false)
}
