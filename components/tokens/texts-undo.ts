const NAMED_MAX = 3

/** What people hear when only some of several tokens could be restored. */
export const undoTexts = {
  partly: (restored: readonly string[], failed: readonly string[], why: string) =>
    `Restored: ${named(restored)}. Not restored: ${named(failed)}. ${why}`.trim(),
} as const

function named(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_MAX).join(', ')
  const rest = names.length - NAMED_MAX
  return rest > 0 ? `${shown} and ${rest} more` : shown
}
