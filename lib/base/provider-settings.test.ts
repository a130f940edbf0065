import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseSettings } from '@/lib/base/env'
import { providerSettingSuffixes } from '@/lib/base/provider-settings'

const ACME = {
  PROVIDERS: 'acme',
  PROVIDER_ACME_CLIENT_ID: 'latchkey',
  PROVIDER_ACME_ISSUER: 'https://id.example.com/realms/staff/',
}
const GOOGLE = { PROVIDERS: 'google', PROVIDER_GOOGLE_CLIENT_ID: 'g' }
const GITHUB = { PROVIDERS: 'github', PROVIDER_GITHUB_CLIENT_ID: 'h', PROVIDER_GITHUB_CLIENT_SECRET: 's' }
const MICROSOFT = { PROVIDERS: 'microsoft', PROVIDER_MICROSOFT_CLIENT_ID: 'm' }
const TENANT = 'https://login.microsoftonline.com/8b1b8b0e-9a3c-4a62-9d3c-0a3f5d1c2b7e/v2.0'

describe('the settings of sign-in providers', () => {
  it('need a client ID and an issuer, and have defaults for the rest', () => {
    expect(parseSettings(ACME).providers).toEqual([
      {
        id: 'acme',
        kind: 'openid',
        issuer: 'https://id.example.com/realms/staff',
        clientId: 'latchkey',
        clientSecret: null,
        label: 'acme',
        scopes: 'openid email profile',
        allowedDomains: [],
        requiredGroup: null,
        groupsClaim: null,
        adminGroup: null,
        provision: 'registration',
        link: 'verified',
        stepUp: 'fresh',
        audiences: [],
        redirectUris: [],
      },
    ])
  })

  it('keep the order of PROVIDERS and know four providers', () => {
    const source = {
      ...GITHUB,
      ...GOOGLE,
      ...MICROSOFT,
      PROVIDER_MICROSOFT_ISSUER: TENANT,
      PROVIDER_GITLAB_CLIENT_ID: 'l',
    }
    const { providers } = parseSettings({ ...source, PROVIDERS: 'gitlab, microsoft,github,google' })
    expect(providers.map(({ id, kind, label, issuer, stepUp }) => [id, kind, label, issuer, stepUp])).toEqual([
      ['gitlab', 'openid', 'GitLab', 'https://gitlab.com', 'fresh'],
      ['microsoft', 'openid', 'Microsoft', TENANT, 'fresh'],
      ['github', 'github', 'GitHub', 'https://github.com', 'visit'],
      ['google', 'openid', 'Google', 'https://accounts.google.com', 'visit'],
    ])
  })

  it('count as unset when they are empty', () => {
    expect(parseSettings({ PROVIDERS: ' ' }).providers).toEqual([])
    const [acme] = parseSettings({ ...ACME, PROVIDER_ACME_CLIENT_SECRET: '', PROVIDER_ACME_LABEL: ' ' }).providers
    expect(acme).toMatchObject({ clientSecret: null, label: 'acme' })
  })

  it('accept lists and an issuer on this machine', () => {
    const [acme] = parseSettings({
      ...ACME,
      PROVIDER_ACME_ISSUER: 'http://localhost:9000',
      PROVIDER_ACME_ALLOWED_DOMAINS: 'Example.com, example.org',
      PROVIDER_ACME_AUDIENCES: 'ios, android',
      PROVIDER_ACME_REDIRECT_URIS: 'com.example.app:/cb,https://app.example.com/cb,http://127.0.0.1:8000/cb',
      PROVIDER_ACME_GROUPS_CLAIM: 'realm_access.roles',
      PROVIDER_ACME_ADMIN_GROUP: 'admins',
    }).providers
    expect(acme).toMatchObject({
      issuer: 'http://localhost:9000',
      allowedDomains: ['example.com', 'example.org'],
      audiences: ['ios', 'android'],
      redirectUris: ['com.example.app:/cb', 'https://app.example.com/cb', 'http://127.0.0.1:8000/cb'],
      adminGroup: 'admins',
    })
  })

  it.each([
    ['an unknown name', { ...ACME, PROVIDER_ACME_CLIENT_IDS: 'x' }, 'PROVIDER_ACME_CLIENT_IDS is not a setting'],
    ['a provider that is not listed', { PROVIDER_ACME_CLIENT_ID: 'x' }, 'PROVIDER_ACME_CLIENT_ID is not a setting'],
    ['a malformed ID', { PROVIDERS: 'Acme' }, 'PROVIDERS must be IDs'],
    ['an ID listed twice', { ...ACME, PROVIDERS: 'acme,acme' }, 'PROVIDERS must not name a provider twice'],
    ['no client ID', { PROVIDERS: 'acme' }, 'PROVIDER_ACME_CLIENT_ID must be set'],
    ['no issuer', { ...ACME, PROVIDER_ACME_ISSUER: '' }, 'PROVIDER_ACME_ISSUER must be set'],
    ['an issuer over plain http', { ...ACME, PROVIDER_ACME_ISSUER: 'http://id.example.com' }, 'PROVIDER_ACME_ISSUER'],
    ['scopes without openid', { ...ACME, PROVIDER_ACME_SCOPES: 'email' }, 'PROVIDER_ACME_SCOPES must include openid'],
    ['a long label', { ...ACME, PROVIDER_ACME_LABEL: 'x'.repeat(41) }, 'PROVIDER_ACME_LABEL'],
    [
      'a required group without a claim',
      { ...ACME, PROVIDER_ACME_REQUIRED_GROUP: 'a' },
      'PROVIDER_ACME_REQUIRED_GROUP',
    ],
    ['an admin group without a claim', { ...ACME, PROVIDER_ACME_ADMIN_GROUP: 'a' }, 'PROVIDER_ACME_ADMIN_GROUP'],
    [
      'a redirect URI of a script',
      { ...ACME, PROVIDER_ACME_REDIRECT_URIS: 'javascript:x' },
      'PROVIDER_ACME_REDIRECT_URIS',
    ],
    ['GitHub without a secret', { ...GITHUB, PROVIDER_GITHUB_CLIENT_SECRET: '' }, 'PROVIDER_GITHUB_CLIENT_SECRET'],
    ['groups at GitHub', { ...GITHUB, PROVIDER_GITHUB_GROUPS_CLAIM: 'g' }, 'PROVIDER_GITHUB_GROUPS_CLAIM'],
    ['a fresh sign-in at GitHub', { ...GITHUB, PROVIDER_GITHUB_STEP_UP: 'fresh' }, 'PROVIDER_GITHUB_STEP_UP'],
    ['Google for everyone', { ...GOOGLE, PROVIDER_GOOGLE_PROVISION: 'always' }, 'PROVIDER_GOOGLE_PROVISION'],
    ['GitHub for everyone', { ...GITHUB, PROVIDER_GITHUB_PROVISION: 'always' }, 'PROVIDER_GITHUB_PROVISION'],
    ['Microsoft without a tenant', MICROSOFT, 'PROVIDER_MICROSOFT_ISSUER must be set'],
    [
      'any Microsoft tenant',
      { ...MICROSOFT, PROVIDER_MICROSOFT_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
      'PROVIDER_MICROSOFT_ISSUER must contain the ID of your tenant',
    ],
    ['passwords off without a provider', { PASSWORD_SIGN_IN: 'off' }, 'PASSWORD_SIGN_IN must not be off'],
  ] as [string, Record<string, string>, string][])('end the start for %s', (_, source, message) => {
    expect(() => parseSettings(source)).toThrow(message)
  })

  it('are all explained in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8')
    for (const suffix of providerSettingSuffixes) expect(example).toContain(`# PROVIDER_ACME_${suffix}=`)
  })
})
