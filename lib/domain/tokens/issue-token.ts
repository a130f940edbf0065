import type { Db } from '@/lib/db/client'
import { requestContext } from '@/lib/base/request-context'
import { generateKey, type TokenKind, type TokenSecret } from '@/lib/keys/token-key'
import { insertToken, type TokenRow } from '@/lib/domain/tokens/token-store'

interface IssueInput {
  userId: string
  kind: TokenKind
  name: string
  scopes?: readonly string[]
  /** Null: it never expires. */
  expiresAt: Date | null
  /** Seconds without use after which it expires; null or absent: no idle limit. */
  idleSeconds?: number | null | undefined
  /** When its owner last proved who they are (step-up); null if they did not, or never need to. */
  authTime: Date | null
  /** The identity that signs it in; null or absent: a password or another token. */
  identityId?: string | null | undefined
}

/** A new token; its key leaves the process in this one response. */
export interface IssuedRow {
  token: TokenRow
  key: TokenSecret
}

/** Creates a token of any kind. Every token is created here, whatever the endpoint. */
export async function issueToken(tx: Db, input: IssueInput): Promise<IssuedRow> {
  const key = generateKey(input.kind)
  const { address, userAgent } = requestContext()
  const token = await insertToken(tx, { scopes: [], ...input, key, address, userAgent })
  return { token, key }
}
