import type { ProviderSettings } from '@/lib/base/provider-settings'
import { canonicalEmail } from '@/lib/base/schema/email-address'

/** What a provider says about a person. */
export type Claims = Readonly<Record<string, unknown>>

/** The claims of an ID token, and those of the userinfo endpoint, which are not signed. */
export interface ClaimSources {
  idToken: Claims
  userInfo: Claims
}

/** An address at a provider, in its canonical spelling. */
export interface ClaimedEmail {
  email: string | null
  emailVerified: boolean
}

const GOOGLE = { id: 'google', issuer: 'https://accounts.google.com' }
const MICROSOFT = { id: 'microsoft', issuer: 'https://login.microsoftonline.com/' }

const isOf = (preset: typeof GOOGLE, { id, issuer }: ProviderSettings) =>
  id === preset.id || issuer.startsWith(preset.issuer)

/** Whether this is Google, where a private account can have a verified address of a company. */
export function isGoogle(provider: ProviderSettings): boolean {
  return isOf(GOOGLE, provider)
}

/**
 * Returns the person’s address, and whether the provider vouches for it. The address and its flag always come from the
 * same source. At Microsoft, the administrator of any tenant can set `email`, so only `xms_edov` counts.
 */
export function emailOf(provider: ProviderSettings, { idToken, userInfo }: ClaimSources): ClaimedEmail {
  const flag = isOf(MICROSOFT, provider) ? 'xms_edov' : 'email_verified'
  const claims = [idToken, userInfo].find((source) => source['email'] !== undefined && source[flag] !== undefined)
  const { email: text, [flag]: isVerified } = claims ?? { ...userInfo, ...idToken, [flag]: false }
  const email = typeof text === 'string' ? canonicalEmail(text) : null
  return { email, emailVerified: email !== null && isVerified === true }
}

/** Whether the ID token leaves out something that the userinfo endpoint may have. */
export function needsUserInfo({ groupsClaim }: ProviderSettings, idToken: Claims): boolean {
  const isEmailComplete = idToken['email'] !== undefined && idToken['email_verified'] !== undefined
  return !isEmailComplete || (groupsClaim !== null && claimAt(idToken, groupsClaim) === undefined)
}

/** Returns the groups that a person belongs to; none if the claim is missing or is not an array of texts. */
export function groupsOf({ groupsClaim }: ProviderSettings, { idToken, userInfo }: ClaimSources): string[] {
  if (groupsClaim === null) return []
  const value = claimAt(idToken, groupsClaim) ?? claimAt(userInfo, groupsClaim)
  return Array.isArray(value) && value.every((group) => typeof group === 'string') ? value : []
}

/** Returns the claim with this name, which may contain dots, or the one at this dotted path. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  return path.split('.').reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    return isObject ? (value as Claims)[name] : undefined
  }, claims)
}
