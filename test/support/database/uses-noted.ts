import { writeUses } from '@/lib/domain/usage/write-uses'

/** Writes the pending token uses, as the process does every ten seconds. */
export async function usesNoted(): Promise<void> {
  await writeUses()
}
