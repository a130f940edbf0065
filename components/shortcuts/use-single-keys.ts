'use client'

import { useSyncExternalStore } from 'react'
import { hasSingleKeys } from '@/components/shortcuts/single-keys'
import { onPreferenceChange } from '@/components/ui/preferences/stored-preference'

/** Returns whether shortcuts of a single character work; during hydration what the server read from the cookie. */
export function useSingleKeys(isOnAtFirst: boolean): boolean {
  return useSyncExternalStore(onPreferenceChange, hasSingleKeys, () => isOnAtFirst)
}
