import { insertAccount, type Account } from '@/lib/domain/accounts/account-store'
import { secondsAfter, now } from '@/lib/base/clock'
import { hashPassword, type PasswordHash, type PasswordPlaintext } from '@/lib/base/passwords/password-hash'
import { database } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { claimInstance } from '@/lib/domain/service/claim-instance'
import { issueToken } from '@/lib/domain/tokens/issue-token'
import type { TokenKind } from '@/lib/keys/token-key'
import { TEST_COST } from '@/test/support/with-settings'

export const PASSWORD = 'correct horse battery staple'

let hash: Promise<PasswordHash> | undefined
let made = 0

interface AccountOptions {
  username?: string
  email?: string
  isAdmin?: boolean
  isActive?: boolean
}

/** Creates an account in the database, with PASSWORD as its password. */
export async function newAccount({
  isAdmin = false,
  isActive = true,
  ...names
}: AccountOptions = {}): Promise<Account> {
  made += 1
  const { username = `person-${made}`, email = `person-${made}@example.com` } = names
  const passwordHash = await (hash ??= hashPassword(PASSWORD as PasswordPlaintext, TEST_COST))
  const account = await transaction((tx) => insertAccount(tx, { username, email, passwordHash, isAdmin }))
  return isActive ? account : database().user.update({ where: { id: account.id }, data: { isActive } })
}

interface TokenOptions {
  name?: string
  scopes?: readonly string[]
  expiresAt?: Date | null
}

/** Creates a token in the database and returns its id and key. */
export async function newToken(
  owner: Account,
  kind: TokenKind,
  options: TokenOptions = {},
): Promise<{ id: string; key: string }> {
  made += 1
  const { name = `${kind}-${made}`, scopes = [], expiresAt = secondsAfter(now(), 3600) } = options
  const authTime = kind === 'session' || kind === 'device' ? now() : null
  const { token, key } = await transaction((tx) =>
    issueToken(tx, { userId: owner.id, kind, name, scopes, expiresAt, authTime }),
  )
  return { id: token.id, key }
}

/** Creates the instance row as the server’s first start does, with setup still open. */
export async function newInstance(): Promise<void> {
  await claimInstance()
}
