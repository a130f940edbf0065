import type { Outcome } from '@/cli/command'

/** The options that every list takes. */
export const LIST_OPTIONS = {
  limit: 'maximum number of results: 1 to 100, default 50',
  cursor: 'where to continue, as printed after the previous page',
} as const

/** Formats a page of a list: aligned columns, then the cursor of the next page. */
export function listOutcome<T>(
  page: { items: readonly T[]; next_cursor: string | null },
  columnsOf: (item: T) => readonly string[],
): Outcome {
  const rows = page.items.map(columnsOf)
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const more = page.next_cursor === null ? [] : [`More results: --cursor ${page.next_cursor}`]
  return { lines: lines.length === 0 ? ['No results'] : [...lines, ...more], data: page }
}
