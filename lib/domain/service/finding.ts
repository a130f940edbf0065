import { isAppError } from '@/lib/base/errors/app-error'
import { withoutKeys } from '@/lib/base/log'

/** The result of one check. */
export interface Finding {
  check: string
  /** `notable`: it works, but may not be intended. */
  state: 'good' | 'notable' | 'bad'
  /** One line for people to read. */
  detail: string
}

/** Runs one check and returns its finding; an error becomes a `bad` finding. */
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

/** The result of a check that passed. */
export const good = (detail: string) => ({ state: 'good', detail }) as const
/** The result of a check that passed, but found something that may not be intended. */
export const notable = (detail: string) => ({ state: 'notable', detail }) as const
/** The result of a check that failed. */
export const bad = (detail: string) => ({ state: 'bad', detail }) as const
