import { randomUUID } from 'node:crypto'
import type { Account } from '@/lib/domain/accounts/account-store'
import { database } from '@/lib/db/client'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { digestOf, generateKey, type TokenKind, type TokenSecret } from '@/lib/keys/token-key'
import { newAccount, newToken } from '@/test/support/factories'
import { accessTokenOf, newAccess } from '@/test/support/jwt'

/** A credential of one kind in one state. `kind` is null if there is no well-formed key. */
export interface Credential {
  name: string
  kind: TokenKind | 'access' | null
  /** The scopes of a personal token. */
  scopes: readonly string[]
  /** The error that rejects the credential, or null while it is valid. */
  deadBecause: ErrorCode | null
  /** Whether the owner is an administrator. */
  isAdmins?: true
  /** Creates the credential in the database and returns its key. */
  make(): Promise<string>
}

const KINDS: readonly TokenKind[] = ['session', 'device', 'personal', 'refresh']
const SCOPES = ['read', 'write', 'admin', 'introspect'] as const
const PAST = new Date(0)

const tokenOf = async (kind: TokenKind, scopes: readonly string[] = []) =>
  newToken(await newAccount({ isAdmin: scopes.includes('admin') || scopes.includes('introspect') }), kind, { scopes })

async function altered(kind: TokenKind, data: Parameters<ReturnType<typeof database>['token']['update']>[0]['data']) {
  const { id, key } = await tokenOf(kind)
  await database().token.update({ where: { id }, data })
  return key
}

async function superseded(kind: TokenKind) {
  const { id, key } = await tokenOf(kind)
  await database().tokenSecret.updateMany({ where: { tokenId: id }, data: { validUntil: PAST } })
  return key
}

async function ownerDeleted(kind: TokenKind) {
  const account = await newAccount()
  const { key } = await newToken(account, kind)
  await database().user.delete({ where: { id: account.id } })
  return key
}

const DEATHS: readonly [string, ErrorCode, (kind: TokenKind) => Promise<string>][] = [
  ['expired', 'token_expired', (kind) => altered(kind, { expiresAt: PAST })],
  ['idle too long', 'token_expired', (kind) => altered(kind, { idleSeconds: 3600, idleExpiresAt: PAST })],
  ['revoked', 'token_revoked', (kind) => altered(kind, { revokedAt: PAST, revokedReason: 'leaked' })],
  ['superseded', 'token_superseded', superseded],
  [
    'of an inactive owner',
    'owner_inactive',
    async (kind) => (await newToken(await newAccount({ isActive: false }), kind)).key,
  ],
  ['of a deleted owner', 'token_unknown', ownerDeleted],
  ['never issued', 'token_unknown', async (kind) => generateKey(kind)],
]

async function accessTo(key: string): Promise<string> {
  const { tokenId, token } = await database().tokenSecret.findFirstOrThrow({
    where: { digest: digestOf(key as TokenSecret) },
    include: { token: true },
  })
  return accessTokenOf({ id: tokenId, userId: token.userId })
}

const newAccessToken = async (owner?: Account) => (await newAccess(owner ?? (await newAccount()))).key

/** An access token is valid no longer than its family and its owner are. */
const ACCESS_DEATHS: readonly [string, ErrorCode, () => Promise<string>][] = [
  ...DEATHS.slice(0, 3).map<[string, ErrorCode, () => Promise<string>]>(([state, code, make]) => [
    `of a family ${state}`,
    code,
    async () => accessTo(await make('refresh')),
  ]),
  ['of an inactive owner', 'owner_inactive', async () => newAccessToken(await newAccount({ isActive: false }))],
  ['of a deleted owner', 'token_unknown', accessOfDeleted],
  ['with another signature', 'token_unknown', async () => `${(await newAccessToken()).slice(0, -6)}AAAAAA`],
  ['of somebody else', 'token_unknown', async () => accessTokenOf({ id: randomUUID(), userId: randomUUID() })],
]

async function accessOfDeleted(): Promise<string> {
  const account = await newAccount()
  const key = await newAccessToken(account)
  await database().user.delete({ where: { id: account.id } })
  return key
}

/** No credential, and every kind of credential in every state. */
export const credentials: readonly Credential[] = [
  { name: 'none', kind: null, scopes: [], deadBecause: 'token_missing', make: async () => '' },
  {
    name: 'malformed',
    kind: null,
    scopes: [],
    deadBecause: 'token_malformed',
    make: async () => `lkd_${'A'.repeat(36)}`,
  },
  ...KINDS.map((kind) => ({
    name: kind,
    kind,
    scopes: [],
    deadBecause: null,
    make: async () => (await tokenOf(kind)).key,
  })),
  { name: 'access', kind: 'access', scopes: [], deadBecause: null, make: async () => newAccessToken() },
  ...ACCESS_DEATHS.map(([state, deadBecause, make]) => ({
    name: `access ${state}`,
    kind: 'access' as const,
    scopes: [],
    deadBecause,
    make,
  })),
  ...(['session', 'device'] as const).map((kind) => ({
    name: `${kind} of an administrator`,
    kind,
    scopes: [],
    deadBecause: null,
    isAdmins: true as const,
    make: async () => (await newToken(await newAccount({ isAdmin: true }), kind)).key,
  })),
  ...SCOPES.map((scope) => ({
    name: `personal with ${scope}`,
    kind: 'personal' as const,
    scopes: [scope],
    deadBecause: null,
    ...(scope === 'admin' && { isAdmins: true as const }),
    make: async () => (await tokenOf('personal', [scope])).key,
  })),
  ...KINDS.flatMap((kind) =>
    DEATHS.map(([state, deadBecause, make]) => ({
      name: `${kind} ${state}`,
      kind,
      scopes: [],
      deadBecause,
      make: async () => make(kind),
    })),
  ),
]
