import { useHydrated } from '@/components/ui/time/use-hydrated'

/** The viewer's time zone; UTC on the server, which cannot know it, and in the render that must equal the server's. */
export function useTimeZone(): string {
  return useHydrated() ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC'
}
