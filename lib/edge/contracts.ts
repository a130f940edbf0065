import * as accounts from '@/lib/domain/accounts/contract'
import * as adminAccounts from '@/lib/domain/admin/accounts/contract'
import * as adminAudit from '@/lib/domain/admin/audit/contract'
import * as adminChecklist from '@/lib/domain/admin/checklist/contract'
import * as adminEmail from '@/lib/domain/admin/email/contract'
import * as adminStats from '@/lib/domain/admin/stats/contract'
import * as adminTokens from '@/lib/domain/admin/tokens/contract'
import * as audit from '@/lib/domain/activity/contract'
import * as deviceFlow from '@/lib/domain/device-flow/contract'
import * as email from '@/lib/domain/email/contract'
import type { Contract } from '@/lib/base/contract'
import * as identities from '@/lib/domain/identities/contract'
import * as jwt from '@/lib/domain/jwt/contract'
import * as invites from '@/lib/domain/invites/contract'
import * as providerSignIn from '@/lib/domain/provider-sign-in/contract'
import * as providers from '@/lib/domain/providers/contract'
import * as recovery from '@/lib/domain/recovery/contract'
import * as service from '@/lib/domain/service/contract'
import * as sessions from '@/lib/domain/sessions/contract'
import * as tokens from '@/lib/domain/tokens/contract'
import * as usage from '@/lib/domain/usage/contract'

/** The endpoints by topic, in the order of the API reference. */
export const contractGroups: readonly { name: string; contracts: readonly Contract[] }[] = [
  { name: 'Authentication', contracts: Object.values(sessions) },
  {
    name: 'Sign-in providers',
    contracts: [...Object.values(providers), ...Object.values(providerSignIn), ...Object.values(identities)],
  },
  { name: 'JWT', contracts: Object.values(jwt) },
  { name: 'Device flow and OAuth', contracts: Object.values(deviceFlow) },
  { name: 'Tokens', contracts: [...Object.values(tokens), ...Object.values(usage)] },
  { name: 'Accounts', contracts: Object.values(accounts) },
  { name: 'Email addresses', contracts: Object.values(email) },
  { name: 'Password reset', contracts: Object.values(recovery) },
  { name: 'Admin: accounts', contracts: Object.values(adminAccounts) },
  { name: 'Admin: tokens', contracts: Object.values(adminTokens) },
  { name: 'Admin: audit log and statistics', contracts: [...Object.values(adminAudit), ...Object.values(adminStats)] },
  { name: 'Admin: first steps', contracts: [...Object.values(adminChecklist), ...Object.values(adminEmail)] },
  { name: 'Invitations', contracts: Object.values(invites) },
  { name: 'Activity', contracts: Object.values(audit) },
  { name: 'Service', contracts: Object.values(service) },
]

/** Every endpoint of the product: the source of the OpenAPI document and of the generated tests. */
export const contracts: readonly Contract[] = contractGroups.flatMap((group) => group.contracts)

/** Tells whether requests to an endpoint change anything beyond usage counts. */
export function isMutating({ method, readOnly }: Contract): boolean {
  return method !== 'GET' && method !== 'HEAD' && readOnly !== true
}
