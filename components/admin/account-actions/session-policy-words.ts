/** Describes a session policy in words: `limit:5` → “5 at a time”. */
export function sessionPolicyWords(policy: string): string {
  if (policy === 'unlimited') return 'unlimited'
  const count = policy === 'one' ? 1 : Number(policy.replace('limit:', ''))
  return `${count} at a time`
}
