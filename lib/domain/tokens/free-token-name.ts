import type { Db } from '@/lib/db/client'
import { findNameHolder, nameTaken } from '@/lib/domain/tokens/token-store'

const LENGTH_MAX = 64

/**
 * Requires that no other personal token of the owner has this name now. Lock the owner's row first.
 * @throws AppError name_taken for the field at `pointer`
 */
export async function requireFreeName(tx: Db, userId: string, name: string, pointer: string): Promise<void> {
  const holderId = await findNameHolder(tx, userId, name)
  if (holderId !== null) throw nameTaken(holderId, pointer)
}

/**
 * Returns a name that no other personal token of the owner has: `name` itself, or with a number after it. Lock the
 * owner's row first.
 */
export async function freeTokenName(tx: Db, userId: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`
    const candidate =
      [...name]
        .slice(0, LENGTH_MAX - suffix.length)
        .join('')
        .trimEnd() + suffix
    if ((await findNameHolder(tx, userId, candidate)) === null) return candidate
  }
}
