import { singleLine } from '@/lib/base/schema/text'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { emailOf, groupsOf, type Claims, type ClaimSources } from '@/lib/domain/providers/claims'
import type { GitHubPerson } from '@/lib/domain/providers/github'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import { requireAllowed } from '@/lib/domain/providers/require-allowed'

const shownName = singleLine(1, 100)

/**
 * Returns what verified claims prove about a person.
 * @throws AppError provider_not_allowed
 */
export function identityOfClaims(provider: ProviderSettings, issuer: string, sources: ClaimSources): ProvenIdentity {
  const { idToken, userInfo } = sources
  const claimed = emailOf(provider, sources)
  const groups = groupsOf(provider, sources)
  requireAllowed(provider, { ...claimed, groups, hostedDomain: idToken['hd'] })
  const claims: Claims = { ...userInfo, ...idToken }
  const authTime = idToken['auth_time']
  return {
    provider: provider.id,
    issuer,
    subject: String(idToken['sub']),
    ...claimed,
    username: shown(claims['preferred_username']) ?? shown(claims['nickname']),
    ...namesOf(claims),
    isInAdminGroup: provider.adminGroup === null ? null : groups.includes(provider.adminGroup),
    authenticatedAt: typeof authTime === 'number' ? new Date(authTime * 1000) : null,
  }
}

/**
 * Returns what GitHub proves about a person.
 * @throws AppError provider_not_allowed
 */
export function identityOfGitHub(provider: ProviderSettings, issuer: string, person: GitHubPerson): ProvenIdentity {
  const { sub, ...claims } = claimsOf(person)
  return identityOfClaims(provider, issuer, { idToken: { sub }, userInfo: claims })
}

function claimsOf({ id, login, name, email }: GitHubPerson) {
  return { sub: String(id), preferred_username: login, name, ...(email !== null && { email, email_verified: true }) }
}

/** Names are for display, so one that cannot be shown counts as none. */
function shown(value: unknown): string | null {
  return shownName.safeParse(value).data ?? null
}

function namesOf(claims: Claims): { firstName: string; lastName: string } {
  const [given, family] = [shown(claims['given_name']), shown(claims['family_name'])]
  if (given !== null || family !== null) return { firstName: given ?? '', lastName: family ?? '' }
  const words = (shown(claims['name']) ?? '').split(/\s+/)
  return {
    firstName: words.slice(0, -1).join(' ') || words.join(' '),
    lastName: words.length > 1 ? (words.at(-1) ?? '') : '',
  }
}
