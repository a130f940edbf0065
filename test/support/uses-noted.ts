import { writeUses } from '@/lib/domain/usage/write-uses'

/** Writes the uses of tokens that are due, as the process does every ten seconds. */
export async function usesNoted(): Promise<void> {
  await writeUses()
}
