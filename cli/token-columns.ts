import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'

/** A token in a line of a list. */
export function tokenColumns({ id, kind, owner, hint, name }: ManagedToken): string[] {
  return [id, kind, owner.username, hint, name]
}
