import { settings } from '@/lib/base/env'

/** How many sessions, devices and refresh families an account may have at once. */
export interface SessionPolicy {
  /** Null: no limit on all together. */
  sessionCountMax: number | null
  overflow: 'evict' | 'refuse' | 'ask'
}

/** Without a policy so many devices live at most; the oldest goes. */
export const DEVICE_COUNT_MAX = 100

/** The policy for an account: its own where it has one, else the deployment's. */
export function sessionPolicyOf(account: { sessionPolicy: string | null }): SessionPolicy {
  const { SESSION_POLICY, SESSION_OVERFLOW } = settings()
  return { sessionCountMax: countMax(account.sessionPolicy ?? SESSION_POLICY), overflow: SESSION_OVERFLOW }
}

function countMax(policy: string): number | null {
  if (policy === 'unlimited') return null
  return policy === 'one' ? 1 : Number(policy.replace('limit:', ''))
}
