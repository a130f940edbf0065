import { describe, expect, it } from 'vitest'
import { isAppError } from '@/lib/base/errors/app-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { parseSettings } from '@/lib/base/env'
import type { Claims } from '@/lib/domain/providers/claims'
import { identityOfClaims } from '@/lib/domain/providers/present-identity'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import { providersEnvironment } from '@/test/support/providers/provider-server'

const TENANT = 'https://login.microsoftonline.com/8b1b8b0e-9a3c-4a62-9d3c-0a3f5d1c2b7e/v2.0'

function provider(id: string, fields: Record<string, string> = {}): ProviderSettings {
  const issuer = id === 'microsoft' ? TENANT : 'https://id.example.com'
  const [parsed] = parseSettings(providersEnvironment({ [id]: { ISSUER: issuer, ...fields } })).providers
  if (parsed === undefined) throw new Error('No provider was parsed')
  return parsed
}

/** Returns what claims prove. With three arguments, the last ones come from the userinfo endpoint. */
function proves(of: ProviderSettings, idToken: Claims, userInfo: Claims = {}): ProvenIdentity {
  return identityOfClaims(of, of.issuer, { idToken: { sub: 'ada', ...idToken }, userInfo })
}

/** Whether somebody with these claims may sign in. */
function isAllowed(of: ProviderSettings, idToken: Claims, userInfo: Claims = {}): boolean {
  try {
    proves(of, idToken, userInfo)
    return true
  } catch (error) {
    if (isAppError(error, 'provider_not_allowed')) return false
    throw error
  }
}

const ACME = provider('acme')

describe('the email address of an identity', () => {
  it.each([true, 'true', 1, 'yes', false, null, undefined])('is verified only by true, not by %j', (email_verified) => {
    const { email, emailVerified } = proves(ACME, { email: 'ada@example.com', email_verified })
    expect([email, emailVerified]).toEqual(['ada@example.com', email_verified === true])
  })

  it.each([undefined, null, '', 'ada', 'ada@localhost', 'a@b.example,c@d.example', 7, ['ada@example.com']])(
    'is none if the claim is %j',
    (email) =>
      expect(proves(ACME, { email, email_verified: true })).toMatchObject({ email: null, emailVerified: false }),
  )

  it('is in its canonical spelling', () => {
    expect(proves(ACME, { email: 'Ada@EXAMPLE.com', email_verified: true }).email).toBe('Ada@example.com')
  })

  it('never borrows its flag from another source', () => {
    const victim = { email: 'victim@example.com' }
    const own = { email: 'own@example.com', email_verified: true }
    expect(proves(ACME, victim, own)).toMatchObject({ email: 'own@example.com', emailVerified: true })
    expect(proves(ACME, victim, { email_verified: true })).toMatchObject({ ...victim, emailVerified: false })
    expect(proves(ACME, { email_verified: true }, victim)).toMatchObject({ ...victim, emailVerified: false })
    expect(proves(ACME, { ...victim, email_verified: false }, own)).toMatchObject({ ...victim, emailVerified: false })
  })

  it('is verified at Microsoft only by xms_edov', () => {
    const microsoft = provider('microsoft')
    const work = provider('work', { ISSUER: TENANT })
    const email = 'ada@example.com'
    for (const of of [microsoft, work]) {
      expect(proves(of, { email, email_verified: true }).emailVerified).toBe(false)
      expect(proves(of, { email, xms_edov: '1' }).emailVerified).toBe(false)
      expect(proves(of, { email, xms_edov: true }).emailVerified).toBe(true)
    }
  })
})

describe('ALLOWED_DOMAINS', () => {
  const company = provider('acme', { ALLOWED_DOMAINS: 'example.com,example.org' })

  it('requires a verified address in one of the domains', () => {
    expect(isAllowed(company, { email: 'ada@example.org', email_verified: true })).toBe(true)
    expect(isAllowed(company, { email: 'ada@EXAMPLE.com', email_verified: true })).toBe(true)
    expect(isAllowed(company, { email: 'ada@example.org', email_verified: false })).toBe(false)
    expect(isAllowed(company, { email: 'ada@sub.example.org', email_verified: true })).toBe(false)
    expect(isAllowed(company, { email: 'ada@evilexample.org', email_verified: true })).toBe(false)
    expect(isAllowed(company, {})).toBe(false)
  })

  it('requires a company account at Google, because anyone can verify an address that they can read', () => {
    const google = provider('google', { ALLOWED_DOMAINS: 'example.com' })
    const other = provider('work', { ISSUER: 'https://accounts.google.com', ALLOWED_DOMAINS: 'example.com' })
    const claims = { email: 'ada@example.com', email_verified: true }
    for (const of of [google, other]) {
      expect(isAllowed(of, claims)).toBe(false)
      expect(isAllowed(of, { ...claims, hd: 'example.org' })).toBe(false)
      expect(isAllowed(of, claims, { hd: 'example.com' })).toBe(false)
      expect(isAllowed(of, { ...claims, hd: 'example.com' })).toBe(true)
    }
    expect(isAllowed(provider('google'), claims)).toBe(true)
  })
})

describe('groups', () => {
  const staff = provider('acme', { GROUPS_CLAIM: 'realm_access.roles', REQUIRED_GROUP: 'staff', ADMIN_GROUP: 'admins' })

  it('are required at every sign-in', () => {
    expect(isAllowed(staff, { realm_access: { roles: ['users', 'staff'] } })).toBe(true)
    expect(isAllowed(staff, {}, { realm_access: { roles: ['staff'] } })).toBe(true)
    expect(isAllowed(staff, { realm_access: { roles: ['users'] } })).toBe(false)
    expect(isAllowed(staff, { realm_access: { roles: ['users'] } }, { realm_access: { roles: ['staff'] } })).toBe(false)
    expect(isAllowed(staff, {})).toBe(false)
  })

  it.each([{ roles: 'staff' }, { roles: ['staff', 7] }, { roles: { staff: 'staff' } }, 'staff', null, ['staff']])(
    'are an array of texts, not %j',
    (realm_access) => expect(isAllowed(staff, { realm_access })).toBe(false),
  )

  it('can be in a claim with dots in its name', () => {
    const auth0 = provider('acme', { GROUPS_CLAIM: 'https://example.com/roles', REQUIRED_GROUP: 'staff' })
    expect(isAllowed(auth0, { 'https://example.com/roles': ['staff'] })).toBe(true)
  })

  it('are not found on the prototype of an object', () => {
    const odd = provider('acme', { GROUPS_CLAIM: 'constructor.name', REQUIRED_GROUP: 'Object' })
    expect(isAllowed(odd, {})).toBe(false)
  })

  it('tell whether somebody is an administrator, if the provider may decide that', () => {
    expect(proves(staff, { realm_access: { roles: ['staff', 'admins'] } }).isInAdminGroup).toBe(true)
    expect(proves(staff, { realm_access: { roles: ['staff'] } }).isInAdminGroup).toBe(false)
    expect(proves(ACME, { groups: ['admins'] }).isInAdminGroup).toBeNull()
  })
})

describe('the names of an identity', () => {
  it.each([
    [{ given_name: 'Ada', family_name: 'Lovelace', name: 'other' }, 'Ada', 'Lovelace'],
    [{ family_name: 'Lovelace', name: 'other' }, '', 'Lovelace'],
    [{ name: 'Mona Lisa Octocat' }, 'Mona Lisa', 'Octocat'],
    [{ name: 'Plato' }, 'Plato', ''],
    [{ name: '\u202eevil' }, '', ''],
    [{ name: 'x'.repeat(101) }, '', ''],
    [{ name: 7 }, '', ''],
    [{}, '', ''],
  ])('come from %j', (claims, firstName, lastName) =>
    expect(proves(ACME, claims)).toMatchObject({ firstName, lastName }),
  )

  it('include a username that can be shown', () => {
    expect(proves(ACME, { preferred_username: 'ada', nickname: 'a' }).username).toBe('ada')
    expect(proves(ACME, { preferred_username: 'a\nb', nickname: 'a' }).username).toBe('a')
    expect(proves(ACME, {}).username).toBeNull()
  })
})
