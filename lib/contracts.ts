import * as accounts from '@/lib/accounts/contract'
import * as adminAccounts from '@/lib/admin/accounts/contract'
import * as adminAudit from '@/lib/admin/audit/contract'
import * as adminStats from '@/lib/admin/stats/contract'
import * as adminTokens from '@/lib/admin/tokens/contract'
import * as audit from '@/lib/audit/contract'
import * as email from '@/lib/email/contract'
import type { Contract } from '@/lib/http/contract'
import * as jwt from '@/lib/jwt/contract'
import * as invites from '@/lib/invites/contract'
import * as recovery from '@/lib/recovery/contract'
import * as service from '@/lib/service/contract'
import * as sessions from '@/lib/sessions/contract'
import * as tokens from '@/lib/tokens/contract'
import * as usage from '@/lib/usage/contract'

/** The endpoints by what they are about, in the order in which people read of them. */
export const contractGroups: readonly { name: string; contracts: readonly Contract[] }[] = [
  { name: 'Signing in', contracts: Object.values(sessions) },
  { name: 'JWT', contracts: Object.values(jwt) },
  { name: 'Tokens', contracts: [...Object.values(tokens), ...Object.values(usage)] },
  { name: 'Accounts', contracts: Object.values(accounts) },
  { name: 'E-mail addresses', contracts: Object.values(email) },
  { name: 'Forgotten passwords', contracts: Object.values(recovery) },
  { name: 'Administration: accounts', contracts: Object.values(adminAccounts) },
  { name: 'Administration: tokens', contracts: Object.values(adminTokens) },
  { name: 'Administration: the trail', contracts: [...Object.values(adminAudit), ...Object.values(adminStats)] },
  { name: 'Invitations', contracts: Object.values(invites) },
  { name: 'Events', contracts: Object.values(audit) },
  { name: 'Service', contracts: Object.values(service) },
]

/** Every endpoint of the product: what the OpenAPI document says and the generated tests walk. */
export const contracts: readonly Contract[] = contractGroups.flatMap((group) => group.contracts)

/** Whether requests to an endpoint change anything beyond what is counted about them. */
export function isMutating({ method, readOnly }: Contract): boolean {
  return method !== 'GET' && method !== 'HEAD' && readOnly !== true
}
