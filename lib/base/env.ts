import * as z from 'zod'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import {
  boolean,
  dateTime,
  hostNames,
  integer,
  isPresent,
  mailSender,
  networks,
  scopeWords,
  sessionPolicy,
  share,
  type MailSender,
} from '@/lib/base/env-fields'
import { contacts, databaseUrl, httpsUrl, migrateDatabaseUrl, providerUrl, smtpUrl } from '@/lib/base/env-urls'
import { parseProviders, providerIds, type ProviderSettings } from '@/lib/base/provider-settings'
import { SettingsError } from '@/lib/base/settings-error'
import { singleton } from '@/lib/base/singleton'

export { SettingsError }

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '::1', '[::1]'])

const environment = z.object({
  PORT: integer(1, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  APP_URL: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: databaseUrl.optional(),
  MIGRATE_DATABASE_URL: migrateDatabaseUrl.optional(),
  LATCHKEY_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .refine((text) => new Set(text).size >= 8, 'must be random: it has fewer than 8 different characters')
    .optional(),
  SETUP_CODE: z.string().min(12, 'must have at least 12 characters').optional(),
  TRUSTED_PROXIES: networks.default([]),
  ALLOWED_HOSTS: hostNames.default([]),
  HSTS_INCLUDE_SUBDOMAINS: boolean.default(false),
  SECURITY_CONTACT: contacts.default([]),
  SECURITY_EXPIRES: dateTime.optional(),
  SECURITY_POLICY: httpsUrl.optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'must have at least 16 characters and no spaces')
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
  REGISTRATION: z.enum(['open', 'invite', 'closed'], 'must be open, invite or closed').optional(),
  REQUIRE_EMAIL_VERIFICATION: boolean.default(false),
  PROVIDERS: providerIds.default([]),
  PASSWORD_SIGN_IN: z.enum(['on', 'off', 'admins'], 'must be on, off or admins').default('on'),
  PASSWORD_MIN_LENGTH: integer(8, 72).default(12),
  BCRYPT_COST: integer(10, 15).default(12),
  ADDRESS_LIMIT_PER_MINUTE: integer(1, 1_000_000).default(10),
  SESSION_POLICY: sessionPolicy.default('unlimited'),
  SESSION_OVERFLOW: z.enum(['evict', 'refuse', 'ask'], 'must be evict, refuse or ask').default('evict'),
  DEVICE_TTL_SECONDS: integer(60, 31_536_000).default(86_400),
  TOKEN_DEFAULT_TTL_SECONDS: integer(60, 315_360_000).optional(),
  TOKEN_MAX_TTL_SECONDS: integer(60, 315_360_000).default(31_536_000),
  ALLOW_NON_EXPIRING: boolean.default(true),
  TOKENS_PER_USER: integer(1, 100_000).default(50),
  TOKEN_SCOPES: scopeWords.default(['read', 'write']),
  TOKEN_CACHE: z.enum(['off', 'memory'], 'must be off or memory').default('off'),
  DEVICE_FLOW: z.enum(['on', 'off'], 'must be on or off').default('on'),
  JWT_ALGORITHM: z.enum(['EdDSA', 'ES256', 'RS256', 'HS256'], 'must be EdDSA, ES256, RS256 or HS256').default('EdDSA'),
  JWT_ACCESS_TTL_SECONDS: integer(10, 86_400).default(300),
  JWT_REFRESH_TTL_SECONDS: integer(60, 31_536_000).default(604_800),
  JWT_REFRESH_RETRY_SECONDS: integer(0, 60).default(30),
  JWT_LEEWAY_SECONDS: integer(0, 30).default(5),
  JWT_KEY_TTL_SECONDS: integer(3600, 315_360_000).default(7_776_000),
  JWT_AUDIENCE: z.string().max(255, 'must have at most 255 characters').optional(),
  JWT_ISSUER: z.string().max(255, 'must have at most 255 characters').optional(),
  CAPTCHA_PROVIDER: z
    .enum(
      ['recaptcha-v2', 'recaptcha-v3', 'hcaptcha', 'turnstile'],
      'must be recaptcha-v2, recaptcha-v3, hcaptcha or turnstile',
    )
    .optional(),
  CAPTCHA_SITE_KEY: z.string().optional(),
  CAPTCHA_SECRET: z.string().optional(),
  CAPTCHA_VERIFY_URL: providerUrl.optional(),
  CAPTCHA_MIN_SCORE: share.default(0.5),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailSender.optional(),
})

type Environment = z.infer<typeof environment>

/** The names of all settings, in the order of `.env.example`. */
export const settingNames = Object.keys(environment.shape)

/** The parsed settings of the process. Durations are in seconds. */
export interface Settings extends Omit<
  Environment,
  | 'APP_URL'
  | 'DATABASE_URL'
  | 'MAIL_FROM'
  | 'PROVIDERS'
  | 'REGISTRATION'
  | 'TOKEN_DEFAULT_TTL_SECONDS'
  | 'JWT_AUDIENCE'
  | 'JWT_ISSUER'
> {
  TOKEN_DEFAULT_TTL_SECONDS: number
  JWT_AUDIENCE: string
  JWT_ISSUER: string
  /** The origin where people reach the application; the base of every link. */
  appOrigin: string
  /** The origins from which a browser may send unsafe requests. */
  allowedOrigins: readonly string[]
  isHttps: boolean
  databaseUrl: string
  databaseKind: 'sqlite' | 'postgresql'
  registration: 'open' | 'invite' | 'closed'
  /** The sign-in providers, in the order of their buttons. */
  providers: readonly ProviderSettings[]
  mailFrom: MailSender
}

/**
 * Parses environment variables. An empty value counts as unset.
 * @throws SettingsError with one line that names the first wrong setting
 */
export function parseSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  const present = Object.fromEntries(
    settingNames.flatMap((name) => (isPresent(source[name]) ? [[name, source[name].trim()]] : [])),
  )
  const parsed = environment.safeParse(present)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new SettingsError(`${String(issue?.path[0])} ${issue?.message ?? 'is not valid'}`)
  }
  const { APP_URL, DATABASE_URL, MAIL_FROM, REGISTRATION, PROVIDERS, ...rest } = parsed.data
  const tokenTtlSeconds = rest.TOKEN_DEFAULT_TTL_SECONDS ?? Math.min(7_776_000, rest.TOKEN_MAX_TTL_SECONDS)
  if (tokenTtlSeconds > rest.TOKEN_MAX_TTL_SECONDS) {
    throw new SettingsError('TOKEN_DEFAULT_TTL_SECONDS must not exceed TOKEN_MAX_TTL_SECONDS')
  }
  if (source['NODE_ENV'] === 'development' && !LOOPBACK_HOSTS.has(rest.HOST)) {
    throw new SettingsError('HOST must be a loopback address when you run the development server')
  }
  const dataDir = path.resolve(rest.DATA_DIR)
  const reach = origins(APP_URL, rest.HOST, rest.PORT)
  // Behind a proxy HOST is loopback too, so APP_URL decides who can reach the server.
  const isLocal = LOOPBACK_HOSTS.has(rest.HOST) && LOOPBACK_HOSTS.has(new URL(reach.appOrigin).hostname)
  if (rest.TOKEN_CACHE === 'memory' && DATABASE_URL?.startsWith('postgres') === true) {
    throw new SettingsError('TOKEN_CACHE must be off on PostgreSQL, because other instances can change cached rows')
  }
  if (rest.MIGRATE_DATABASE_URL !== undefined && DATABASE_URL?.startsWith('postgres') !== true) {
    throw new SettingsError('MIGRATE_DATABASE_URL requires DATABASE_URL to point to PostgreSQL')
  }
  if (rest.CAPTCHA_PROVIDER !== undefined && (!rest.CAPTCHA_SITE_KEY || !rest.CAPTCHA_SECRET)) {
    throw new SettingsError('CAPTCHA_PROVIDER requires CAPTCHA_SITE_KEY and CAPTCHA_SECRET')
  }
  if (rest.PASSWORD_SIGN_IN === 'off' && PROVIDERS.length === 0) {
    throw new SettingsError('PASSWORD_SIGN_IN must not be off without PROVIDERS: nobody could sign in')
  }
  const databaseUrl = DATABASE_URL ?? `file:${path.join(dataDir, 'latchkey.db')}`
  return {
    ...rest,
    ...reach,
    DATA_DIR: dataDir,
    TOKEN_DEFAULT_TTL_SECONDS: tokenTtlSeconds,
    JWT_AUDIENCE: rest.JWT_AUDIENCE ?? reach.appOrigin,
    JWT_ISSUER: rest.JWT_ISSUER ?? reach.appOrigin,
    databaseUrl,
    databaseKind: databaseUrl.startsWith('file:') ? 'sqlite' : 'postgresql',
    providers: parseProviders(PROVIDERS, source),
    registration: REGISTRATION ?? (isLocal ? 'open' : 'closed'),
    mailFrom: MAIL_FROM ?? { name: 'Latchkey', address: `latchkey@${new URL(reach.appOrigin).hostname}` },
  }
}

function origins(appUrl: string | undefined, host: string, port: number) {
  if (appUrl === undefined) {
    if (!LOOPBACK_HOSTS.has(host)) {
      throw new SettingsError('APP_URL must be set when HOST is not a loopback address')
    }
    const hosts = new Set(['localhost', '127.0.0.1', '[::1]'])
    const allowedOrigins = [...hosts].map((name) => new URL(`http://${name}:${port}`).origin)
    return { appOrigin: new URL(`http://localhost:${port}`).origin, allowedOrigins, isHttps: false }
  }
  const url = URL.canParse(appUrl) ? new URL(appUrl) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new SettingsError('APP_URL must be an origin such as https://keys.example.com')
  }
  const isHttps = url.protocol === 'https:'
  if (!isHttps && !LOOPBACK_HOSTS.has(url.hostname)) {
    throw new SettingsError('APP_URL must start with https:// unless it points to this machine (localhost)')
  }
  return { appOrigin: url.origin, allowedOrigins: [url.origin], isHttps }
}

/** Loads `.env` from the working directory, if it exists. Variables that are already set win. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** Returns the settings of this process. @throws SettingsError */
export function settings(): Settings {
  return singleton('settings', () => parseSettings(process.env))
}

/** Returns the number of threads in libuv's pool (UV_THREADPOOL_SIZE, 4 unless set). */
export function threadPoolSize(): number {
  return Number(process.env['UV_THREADPOOL_SIZE']) || 4
}

/** Returns the folder of this person's configuration files (XDG Base Directory Specification). */
export function configHome(): string {
  const given = process.env['XDG_CONFIG_HOME'] ?? ''
  // The specification says to ignore a relative path.
  return path.isAbsolute(given) ? given : path.join(homedir(), '.config')
}

/**
 * Requires NODE_ENV to name one of the two servers, so that the choice is never left to a default.
 * @throws SettingsError
 */
export function requireMode(): void {
  if (process.env.NODE_ENV !== 'production' && !isDevelopment()) {
    throw new SettingsError('NODE_ENV must be production, or development to run the development server')
  }
}

/** Whether this is the development server, which reloads changed code. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development'
}
