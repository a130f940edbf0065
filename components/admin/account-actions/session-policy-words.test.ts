import { expect, it } from 'vitest'
import { sessionPolicyWords } from '@/components/admin/account-actions/session-policy-words'

it.each([
  ['unlimited', 'unlimited'],
  ['one', '1 at a time'],
  ['limit:1', '1 at a time'],
  ['limit:5', '5 at a time'],
])('describes the policy %s as “%s”', (policy, words) => expect(sessionPolicyWords(policy)).toBe(words))
