import type { Db } from '@/lib/db/client'
import { requestContext } from '@/lib/base/request-context'
import { generateKey, type TokenKind, type TokenSecret } from '@/lib/keys/token-key'
import { insertToken, type TokenRow } from '@/lib/domain/tokens/token-store'

interface IssueInput {
  userId: string
  kind: TokenKind
  name: string
  scopes?: readonly string[]
  /** Null: it never ends. */
  expiresAt: Date | null
  /** Seconds without use after which it ends; null or nothing: no such clock. */
  idleSeconds?: number | null | undefined
  /** When the password was shown; null for tokens that no step-up is asked of. */
  authTime: Date | null
}

/** A token just made; its key leaves the process in this one answer. */
export interface IssuedRow {
  token: TokenRow
  key: TokenSecret
}

/** Makes a token of any kind. Every token comes from here, whatever the door. */
export async function issueToken(tx: Db, input: IssueInput): Promise<IssuedRow> {
  const key = generateKey(input.kind)
  const { address, userAgent } = requestContext()
  const token = await insertToken(tx, { scopes: [], ...input, key, address, userAgent })
  return { token, key }
}
