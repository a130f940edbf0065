import { settings } from '@/lib/base/env'

/** How many sessions, apps and API clients an account may have at once, and what happens beyond that. */
export interface SessionPolicy {
  /** Null: no limit on their total. */
  sessionCountMax: number | null
  overflow: 'evict' | 'refuse' | 'ask'
}

/** How many apps an account without a session limit may have; one more signs out the oldest. */
export const DEVICE_COUNT_MAX = 100

/** Returns the session policy of an account: its own if it has one, otherwise the server's. */
export function sessionPolicyOf(account: { sessionPolicy: string | null }): SessionPolicy {
  const { SESSION_POLICY, SESSION_OVERFLOW } = settings()
  return { sessionCountMax: countMax(account.sessionPolicy ?? SESSION_POLICY), overflow: SESSION_OVERFLOW }
}

function countMax(policy: string): number | null {
  if (policy === 'unlimited') return null
  return policy === 'one' ? 1 : Number(policy.replace('limit:', ''))
}
