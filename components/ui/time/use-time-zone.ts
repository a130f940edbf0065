import { useHydrated } from '@/components/ui/time/use-hydrated'

/** Returns the viewer's time zone. On the server, and in the client render that must match it, returns UTC. */
export function useTimeZone(): string {
  return useHydrated() ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC'
}
