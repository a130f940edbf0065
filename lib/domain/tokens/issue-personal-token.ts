import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { holdAuthority } from '@/lib/domain/authority/hold-authority'
import type { Principal } from '@/lib/keys/principal'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { checkAll } from '@/lib/base/errors/check-all'
import { grantableScopes } from '@/lib/domain/tokens/grantable-scopes'
import { issueToken, type IssuedRow } from '@/lib/domain/tokens/issue-token'
import { presentToken } from '@/lib/domain/tokens/present-token'
import type { CreateTokenInput, IssuedToken } from '@/lib/domain/tokens/schema'
import { tokenExpiry } from '@/lib/domain/tokens/token-expiry'
import { requireRoom } from '@/lib/domain/tokens/require-room'
import { takenTokenName } from '@/lib/domain/tokens/token-store'

/** The account that gets a token, and the token that it acts through. */
type Owner = Pick<Principal, 'userId' | 'isAdmin'> & { tokenId?: string }

/**
 * Issues a personal token for the principal. The name is unique and the limit holds, however many requests arrive at
 * once.
 * @throws AppError invalid_input, non_expiring_disabled, name_taken, token_limit_reached
 */
export async function issuePersonalToken(principal: Principal, input: CreateTokenInput): Promise<IssuedToken> {
  const { token, key } = await issueNamedToken(principal, input, {
    hold: (tx) => holdAuthority(tx, principal),
    namePointer: '/name',
  })
  return { ...presentToken(token, principal), key }
}

/** The authority under which a token is issued. */
interface Right {
  /** Begins the issuing transaction: reads the authority again, and returns the owner as it is now. */
  hold: (tx: Db) => Promise<Owner>
  /** The input field that holds the name. */
  namePointer: string
}

/**
 * Issues a personal token under any authority: that of a principal, or of a password that was just verified.
 * @throws AppError as `issuePersonalToken`
 */
export async function issueNamedToken(
  { userId, isAdmin }: Owner,
  input: CreateTokenInput,
  { hold, namePointer }: Right,
): Promise<IssuedRow> {
  const asked = input.scopes ?? []
  const [, expiresAt] = checkAll(
    () => grantableScopes({ isAdmin }, asked),
    () => tokenExpiry(input),
  )
  try {
    return await transaction(async (tx) => {
      const owner = await hold(tx)
      const scopes = grantableScopes(owner, asked)
      await requireRoom(tx, userId)
      const issued = await issueToken(tx, {
        userId,
        kind: 'personal',
        name: input.name,
        scopes,
        expiresAt,
        idleSeconds: input.idle_seconds,
        authTime: null,
      })
      await recordAudit(tx, {
        action: 'token.created',
        actor: owner,
        userId,
        target: { type: 'token', id: issued.token.id },
        details: { name: input.name, scopes, expires_at: expiresAt?.toISOString() ?? null },
      })
      await notifyOwner(tx, userId, 'token_created', { token: input.name })
      return issued
    })
  } catch (error) {
    throw await takenTokenName(error, userId, input.name, namePointer)
  }
}
