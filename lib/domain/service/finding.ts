import { isAppError } from '@/lib/base/errors/app-error'
import { withoutKeys } from '@/lib/base/log'

/** What was found where something was looked at. */
export interface Finding {
  check: string
  /** `notable` works, and may not be what was meant. */
  state: 'good' | 'notable' | 'bad'
  /** A line for people. */
  detail: string
}

/** What one look at something gave; a failure is a finding too. */
export async function findingOf(check: string, look: () => Promise<Omit<Finding, 'check'>>): Promise<Finding> {
  try {
    return { check, ...(await look()) }
  } catch (error) {
    const cause = isAppError(error) && error.cause instanceof Error ? error.cause : (error as Error)
    // Prisma's messages quote the failed statement; their last line is the reason.
    const reason = cause.message.trim().split('\n').at(-1) ?? ''
    return { check, state: 'bad', detail: withoutKeys(reason) || cause.name }
  }
}

/** It is as it should be. */
export const good = (detail: string) => ({ state: 'good', detail }) as const
/** It works, and may not be what was meant. */
export const notable = (detail: string) => ({ state: 'notable', detail }) as const
/** It does not work. */
export const bad = (detail: string) => ({ state: 'bad', detail }) as const
