import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'

/** Returns the columns of a token in a list. */
export function tokenColumns({ id, kind, owner, hint, name }: ManagedToken): string[] {
  return [id, kind, owner.username, hint, name]
}
