import { expect, it } from 'vitest'
import { sessionPolicyWords } from '@/components/admin/account-actions/session-policy-words'

it.each([
  ['unlimited', 'no limit'],
  ['one', 'one at a time'],
  ['limit:1', 'one at a time'],
  ['limit:5', '5 at a time'],
])('describes the policy %s as “%s”', (policy, words) => expect(sessionPolicyWords(policy)).toBe(words))
