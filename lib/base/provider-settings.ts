import * as z from 'zod'
import { hostNames, isPresent } from '@/lib/base/env-fields'
import { isProviderUrl } from '@/lib/base/env-urls'
import { SettingsError } from '@/lib/base/settings-error'

/** A sign-in provider, as its PROVIDER_<ID>_… settings describe it. */
export interface ProviderSettings {
  /** `[a-z][a-z0-9]{0,31}`, as in PROVIDERS. */
  id: string
  /** GitHub speaks OAuth 2 only; every other provider is an OpenID Connect issuer. */
  kind: 'openid' | 'github'
  /** The issuer without a trailing slash; for `github` the site, such as https://github.com. */
  issuer: string
  clientId: string
  /** Null for a public client, which proves itself with PKCE alone. */
  clientSecret: string | null
  /** The button says “Continue with” this. At most 40 characters. */
  label: string
  scopes: string
  /** Lowercase domains, of which a verified email address must have one; empty for any. */
  allowedDomains: readonly string[]
  requiredGroup: string | null
  /** A claim, or the dotted path to it, with an array of group names, such as `realm_access.roles`. */
  groupsClaim: string | null
  adminGroup: string | null
  provision: 'registration' | 'always' | 'never'
  link: 'verified' | 'ask'
  stepUp: 'fresh' | 'visit'
  /** Client IDs whose ID tokens apps may send, besides `clientId`. */
  audiences: readonly string[]
  /** Exact redirect URIs that apps may use with a code and PKCE. */
  redirectUris: readonly string[]
}

interface Preset {
  label: string
  issuer?: string
  scopes?: string
  stepUp?: ProviderSettings['stepUp']
}

const PRESETS: Readonly<Record<string, Preset>> = {
  google: { label: 'Google', issuer: 'https://accounts.google.com', stepUp: 'visit' },
  github: { label: 'GitHub', issuer: 'https://github.com', scopes: 'read:user user:email', stepUp: 'visit' },
  gitlab: { label: 'GitLab', issuer: 'https://gitlab.com' },
  microsoft: { label: 'Microsoft' },
}

const PROVIDER_ID = /^[a-z][a-z0-9]{0,31}$/
const MICROSOFT_TENANT = /\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\/|$)/i

/** Comma-separated provider IDs. */
export const providerIds = z
  .string()
  .transform((text) => text.split(',').map((id) => id.trim()))
  .refine(
    (ids) => ids.every((id) => PROVIDER_ID.test(id)),
    'must be IDs separated by commas: a lowercase letter, then at most 31 lowercase letters and digits',
  )
  .refine((ids) => new Set(ids).size === ids.length, 'must not name a provider twice')

const clientId = z.string().regex(/^[\x21-\x7e]{1,255}$/, 'must have 1 to 255 characters and no spaces')
const groupName = z.string().max(255, 'must have at most 255 characters')
const clientIds = z.string().transform(words).pipe(z.array(clientId))

const redirectUris = z
  .string()
  .transform(words)
  .refine((uris) => uris.every(isRedirectUri), {
    error:
      'must be absolute URIs without a fragment, separated by commas: https, http on this machine, or the app’s own',
  })

const shape = {
  CLIENT_ID: clientId,
  CLIENT_SECRET: z.string().max(1000, 'must have at most 1000 characters').optional(),
  ISSUER: z.string().refine((text) => isProviderUrl(text), 'must start with https:// unless it points to this machine'),
  LABEL: z.string().regex(/^[^\p{C}]{1,40}$/u, 'must have at most 40 printable characters'),
  SCOPES: z.string().regex(/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/, 'must be scopes separated by single spaces'),
  ALLOWED_DOMAINS: hostNames.default([]),
  REQUIRED_GROUP: groupName.optional(),
  GROUPS_CLAIM: z.string().max(200, 'must have at most 200 characters').optional(),
  ADMIN_GROUP: groupName.optional(),
  PROVISION: z
    .enum(['registration', 'always', 'never'], 'must be registration, always or never')
    .default('registration'),
  LINK: z.enum(['verified', 'ask'], 'must be verified or ask').default('verified'),
  STEP_UP: z.enum(['fresh', 'visit'], 'must be fresh or visit'),
  AUDIENCES: clientIds.default([]),
  REDIRECT_URIS: redirectUris.default([]),
}

/** What can follow `PROVIDER_<ID>_` in the name of a setting. */
export const providerSettingSuffixes = Object.keys(shape)

type Source = Readonly<Record<string, string | undefined>>
type Fields = z.infer<z.ZodObject<typeof shape>>

/**
 * Reads the settings of the providers in PROVIDERS, in that order.
 * @throws SettingsError with one line that names the first wrong setting
 */
export function parseProviders(ids: readonly string[], source: Source): ProviderSettings[] {
  rejectUnknownNames(ids, source)
  return ids.map((id) => parseProvider(id, source))
}

function rejectUnknownNames(ids: readonly string[], source: Source): void {
  const known = new Set(ids.flatMap((id) => providerSettingSuffixes.map((suffix) => nameOf(id, suffix))))
  const unknown = Object.keys(source).find((name) => name.startsWith('PROVIDER_') && !known.has(name))
  if (unknown === undefined) return
  throw new SettingsError(`${unknown} is not a setting of a provider that PROVIDERS names`)
}

const nameOf = (id: string, suffix: string) => `PROVIDER_${id.toUpperCase()}_${suffix}`

function parseProvider(id: string, source: Source): ProviderSettings {
  const preset = PRESETS[id] ?? { label: id }
  const given = providerSettingSuffixes.flatMap((suffix) => {
    const text = source[nameOf(id, suffix)]
    return isPresent(text) ? [[suffix, text.trim()] as const] : []
  })
  const defaults = {
    LABEL: preset.label,
    SCOPES: preset.scopes ?? 'openid email profile',
    STEP_UP: preset.stepUp ?? 'fresh',
    ...(preset.issuer !== undefined && { ISSUER: preset.issuer }),
  }
  const parsed = z.object(shape).safeParse({ ...defaults, ...Object.fromEntries(given) })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const suffix = String(issue?.path[0])
    const isMissing = !given.some(([name]) => name === suffix)
    throw new SettingsError(`${nameOf(id, suffix)} ${isMissing ? 'must be set' : (issue?.message ?? 'is not valid')}`)
  }
  requireConsistency(id, parsed.data)
  return present(id, parsed.data)
}

/** The rules that concern two settings, each with the setting that the error names. */
function requireConsistency(id: string, fields: Fields): void {
  const { CLIENT_SECRET, ISSUER, GROUPS_CLAIM, REQUIRED_GROUP, ADMIN_GROUP, SCOPES, STEP_UP } = fields
  const isOpenToAll = fields.ALLOWED_DOMAINS.length === 0 && REQUIRED_GROUP === undefined
  const isGitHub = id === 'github'
  const needsClaim = (group: string | undefined) => group !== undefined && GROUPS_CLAIM === undefined
  const rules: [suffix: string, isBroken: boolean, message: string][] = [
    ['CLIENT_SECRET', isGitHub && CLIENT_SECRET === undefined, 'must be set'],
    ['GROUPS_CLAIM', isGitHub && GROUPS_CLAIM !== undefined, 'is not available: GitHub does not tell groups'],
    ['AUDIENCES', isGitHub && fields.AUDIENCES.length > 0, 'is not available: GitHub has no ID tokens'],
    ['STEP_UP', isGitHub && STEP_UP === 'fresh', 'must be visit: GitHub does not tell when a person signed in'],
    ['ISSUER', id === 'microsoft' && !MICROSOFT_TENANT.test(ISSUER), 'must contain the ID of your tenant'],
    ['SCOPES', !isGitHub && !SCOPES.split(' ').includes('openid'), 'must include openid'],
    ['REQUIRED_GROUP', needsClaim(REQUIRED_GROUP), `requires ${nameOf(id, 'GROUPS_CLAIM')}`],
    ['ADMIN_GROUP', needsClaim(ADMIN_GROUP), `requires ${nameOf(id, 'GROUPS_CLAIM')}`],
    [
      'PROVISION',
      (isGitHub || id === 'google') && fields.PROVISION === 'always' && isOpenToAll,
      `must not be always without ${nameOf(id, 'ALLOWED_DOMAINS')}: anyone can have an account there`,
    ],
  ]
  const broken = rules.find(([, isBroken]) => isBroken)
  if (broken !== undefined) throw new SettingsError(`${nameOf(id, broken[0])} ${broken[2]}`)
}

function present(id: string, fields: Fields): ProviderSettings {
  return {
    id,
    kind: id === 'github' ? 'github' : 'openid',
    issuer: fields.ISSUER.replace(/\/$/, ''),
    clientId: fields.CLIENT_ID,
    clientSecret: fields.CLIENT_SECRET ?? null,
    label: fields.LABEL,
    scopes: fields.SCOPES,
    allowedDomains: fields.ALLOWED_DOMAINS,
    requiredGroup: fields.REQUIRED_GROUP ?? null,
    groupsClaim: fields.GROUPS_CLAIM ?? null,
    adminGroup: fields.ADMIN_GROUP ?? null,
    provision: fields.PROVISION,
    link: fields.LINK,
    stepUp: fields.STEP_UP,
    audiences: fields.AUDIENCES,
    redirectUris: fields.REDIRECT_URIS,
  }
}

function words(text: string): string[] {
  return text.split(',').map((word) => word.trim())
}

/** A redirect URI of an app: a web page, or a private-use scheme with a dot in it (RFC 8252 section 7.1). */
function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || text.includes('#') || /\s/.test(text)) return false
  const { protocol, hostname } = new URL(text)
  if (protocol === 'https:') return true
  if (protocol === 'http:') return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return /^[a-z][a-z0-9+-]*\.[a-z0-9.+-]+:$/.test(protocol)
}
