import { notifyOwner } from '@/lib/accounts/notify-owner'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Principal } from '@/lib/auth/principal'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { checkAll } from '@/lib/errors/check-all'
import { grantableScopes } from '@/lib/tokens/grantable-scopes'
import { issueToken, type IssuedRow } from '@/lib/tokens/issue-token'
import { presentToken } from '@/lib/tokens/present-token'
import type { CreateTokenInput, IssuedToken } from '@/lib/tokens/schema'
import { tokenExpiry } from '@/lib/tokens/token-expiry'
import { requireRoom } from '@/lib/tokens/require-room'
import { takenTokenName } from '@/lib/tokens/token-store'

/** Who gets a token, and through which of their tokens they ask. */
type Owner = Pick<Principal, 'userId' | 'isAdmin'> & { tokenId?: string }

/**
 * Makes a named token for the principal. The name is unique and the limit holds, however
 * many ask at once.
 * @throws AppError invalid_input, non_expiring_disabled, name_taken, token_limit_reached
 */
export async function issuePersonalToken(principal: Principal, input: CreateTokenInput): Promise<IssuedToken> {
  const { token, key } = await issueNamedToken(principal, input)
  return { ...presentToken(token, principal), key }
}

/** What differs where a token is made at a door of sign-in. */
interface AtDoor {
  /** Done first in the transaction that makes the token. */
  before(tx: Db): Promise<void>
  /** The field that gives the name. */
  namePointer: string
}

/** The same for an owner who has just shown the password and holds no token yet. */
export async function issueNamedToken(owner: Owner, input: CreateTokenInput, door?: AtDoor): Promise<IssuedRow> {
  const { userId } = owner
  const [scopes, expiresAt] = checkAll(
    () => grantableScopes(owner, input.scopes ?? []),
    () => tokenExpiry(input),
  )
  try {
    return await transaction(async (tx) => {
      await door?.before(tx)
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
    throw await takenTokenName(error, userId, input.name, door?.namePointer)
  }
}
