/** Describes a session policy in words: `limit:5` → “5 at a time”. */
export function sessionPolicyWords(policy: string): string {
  if (policy === 'unlimited') return 'no limit'
  const count = policy === 'one' ? 1 : Number(policy.replace('limit:', ''))
  return count === 1 ? 'one at a time' : `${count} at a time`
}
