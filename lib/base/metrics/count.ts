import { singleton } from '@/lib/base/singleton'

/** All counters, each with its meaning and its label. Label values come from our code, so there are few of them. */
export const counters = {
  verifications: { help: 'Verification requests, by answer', label: 'answer' },
  sign_ins: { help: 'Successful sign-ins, by type of credential created', label: 'kind' },
  password_failures: { help: 'Rejected sign-ins and password confirmations, by reason', label: 'reason' },
  password_hash_refusals: { help: 'Requests rejected because too many password hashes were queued', label: null },
  rate_limit_refusals: { help: 'Times that a rate limit was exceeded, by limit', label: 'limit' },
  errors: { help: 'Error responses, by error code', label: 'code' },
  database_failures: { help: 'Database failures and conflicts, by kind', label: 'kind' },
  mails: { help: 'Emails processed from the outbox, by outcome', label: 'outcome' },
  audit_rows: { help: 'Events written to the audit log, by action', label: 'action' },
  uses_lost: { help: 'Requests not counted as usage because too many tokens were in use at once', label: null },
  housekeeping_rounds: { help: 'Housekeeping rounds run by this process, by outcome', label: 'outcome' },
  housekeeping_items: {
    help: 'Items that housekeeping revoked, sent reminders about or deleted, by kind',
    label: 'what',
  },
} as const satisfies Record<string, { help: string; label: string | null }>

/** The name of a counter. */
export type CounterName = keyof typeof counters

const counts = () => singleton('counts', () => new Map<CounterName, Map<string, number>>())

/** Increments a counter in memory. This costs next to nothing, blocks nothing and cannot fail. */
export function count(name: CounterName, label = '', by = 1): void {
  const all = counts()
  let ofName = all.get(name)
  if (ofName === undefined) {
    ofName = new Map<string, number>()
    all.set(name, ofName)
  }
  ofName.set(label, (ofName.get(label) ?? 0) + by)
}

/** Returns the counts since the process started, by label. */
export function countsOf(name: CounterName): ReadonlyMap<string, number> {
  return counts().get(name) ?? new Map<string, number>()
}
