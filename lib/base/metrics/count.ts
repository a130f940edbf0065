import { singleton } from '@/lib/base/singleton'

/** All counters, each with its meaning and its label. Label values come from our code, so there are few of them. */
export const counters = {
  verifications: { help: 'Verifications, by what they were answered', label: 'answer' },
  sign_ins: { help: 'Sign-ins that succeeded, by what they made', label: 'kind' },
  password_failures: { help: 'Passwords that were refused where one is shown, by the reason', label: 'reason' },
  password_hash_refusals: { help: 'Requests that were refused because too many passwords wait', label: null },
  rate_limit_refusals: { help: 'Times that a limit was used up, by the limit', label: 'limit' },
  errors: { help: 'Problem documents, by their code', label: 'code' },
  database_failures: { help: 'Times that the database was not there, or something was in the way', label: 'kind' },
  mails: { help: 'Mails that left the outbox or could not, by the outcome', label: 'outcome' },
  audit_rows: { help: 'Rows written to the trail, by the action', label: 'action' },
  uses_lost: { help: 'Calls that were not counted because too many tokens were in use', label: null },
  housekeeping_rounds: { help: 'Rounds of housekeeping of this process, by the outcome', label: 'outcome' },
  housekeeping_items: { help: 'What rounds of housekeeping ended, reminded of or dropped', label: 'what' },
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
