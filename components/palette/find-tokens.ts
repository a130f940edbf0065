import type { PaletteEntry } from '@/components/palette/palette-entry'
import { paletteTexts } from '@/components/palette/texts'
import { callOrLeave } from '@/components/shell/call-or-leave'
import { findTokenContract } from '@/lib/domain/admin/tokens/contract'
import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'
import { findOwnTokenContract, listTokensContract } from '@/lib/domain/tokens/contract'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { ProblemError } from '@/lib/edge/client/problem-error'

const SHOWN_MAX = 8
/** Revoked tokens are listed too, and must not hide those that work. */
const READ_MAX = 40

/** Returns the person's own tokens for a part of their name, or for the last characters of the token. */
export async function searchTokens(query: string): Promise<PaletteEntry[]> {
  const address = new URLSearchParams({ kind: 'personal', q: query, limit: String(READ_MAX) })
  const { items } = await callOrLeave({ ...listTokensContract, path: `/api/v1/auth/tokens?${address}` }, {})
  const [live, dead] = [true, false].map((isLive) => items.filter(({ status }) => (status === 'active') === isLive))
  return [...(live ?? []), ...(dead ?? [])].slice(0, SHOWN_MAX).map(entryOfOwn)
}

/** Returns the token of a key: the person's own or, for administrators, anyone's. Null if there is none. */
export async function findTokenOfKey(key: string, isAdmin: boolean): Promise<PaletteEntry | null> {
  const body = { key }
  const own = await unlessMissing(callOrLeave(findOwnTokenContract, { body }))
  if (own !== null) return entryOfOwn(own)
  const found = isAdmin ? await unlessMissing(callOrLeave(findTokenContract, { body })) : null
  return found && entryOfOther(found)
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'token_not_found') return null
    throw error
  }
}

function entryOfOwn({ id, kind, name, hint, status }: TokenView): PaletteEntry {
  const note = [hint, paletteTexts.tokenStatus[status]].filter((fact) => fact !== null).join(' · ')
  return entry(id, name, note, kind === 'personal' ? `/settings/tokens/${id}` : '/settings/devices')
}

function entryOfOther({ id, name, hint, owner }: ManagedToken): PaletteEntry {
  const address = new URLSearchParams({ show: 'all', q: hint, user: owner.id })
  return entry(id, name, `${hint} · ${paletteTexts.pasted.ownedBy(owner.username)}`, `/admin/tokens?${address}`)
}

function entry(id: string, label: string, note: string, href: string): PaletteEntry {
  return { id, label, group: 'tokens', keywords: '', note, run: { href } }
}
