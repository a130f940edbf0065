import { preferenceCookie, readPreference, type Preference } from '@/components/ui/preferences/preference-cookie'

const isHttps = () => window.location.protocol === 'https:'

const listeners = new Set<() => void>()

/** Returns what this browser remembers, or null. */
export function storedPreference(preference: Preference): string | null {
  return readPreference(document.cookie, preference, isHttps())
}

/** Remembers a preference in this browser. Null forgets it. */
export function storePreference(preference: Preference, value: string | null): void {
  document.cookie = preferenceCookie(preference, value, isHttps())
  for (const listener of listeners) listener()
}

/** Calls `listener` when a preference may have changed: here, or in another tab that this one takes over from. */
export function onPreferenceChange(listener: () => void): () => void {
  listeners.add(listener)
  document.addEventListener('visibilitychange', listener)
  return () => {
    listeners.delete(listener)
    document.removeEventListener('visibilitychange', listener)
  }
}
