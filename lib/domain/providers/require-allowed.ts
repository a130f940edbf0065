import { AppError } from '@/lib/base/errors/app-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { isGoogle, type ClaimedEmail } from '@/lib/domain/providers/claims'

/** What decides whether a person may use a provider here. */
interface Applicant extends ClaimedEmail {
  groups: readonly string[]
  /** Google’s claim `hd`: the company to which the account belongs. */
  hostedDomain: unknown
}

/**
 * Requires what ALLOWED_DOMAINS and REQUIRED_GROUP demand, at every sign-in.
 * @throws AppError provider_not_allowed
 */
export function requireAllowed(provider: ProviderSettings, applicant: Applicant): void {
  const { allowedDomains, requiredGroup, label } = provider
  const { email, emailVerified, groups, hostedDomain } = applicant
  if (allowedDomains.length > 0) {
    const domain = emailVerified ? email?.split('@').at(-1) : undefined
    const isFromCompany = !isGoogle(provider) || allowedDomains.some((allowed) => allowed === hostedDomain)
    if (domain === undefined || !allowedDomains.includes(domain) || !isFromCompany) {
      throw notAllowed(`Your account at ${label} has no verified email address that is allowed to sign in here.`)
    }
  }
  if (requiredGroup !== null && !groups.includes(requiredGroup)) {
    throw notAllowed(`Your account at ${label} is not in a group that is allowed to sign in here.`)
  }
}

function notAllowed(detail: string): AppError {
  return new AppError('provider_not_allowed', { detail })
}
