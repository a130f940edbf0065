import type { PaletteEntry } from '@/components/palette/palette-entry'

/**
 * Returns the entries that contain every word of the query, best first: by the start of the label, then by the start of
 * a word in it, then by any part of it, then by the other words. Equally good entries keep their order.
 */
export function rankEntries(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry)
}

function rankOf({ label, keywords }: PaletteEntry, words: readonly string[]): number {
  const text = label.toLowerCase()
  return words.reduce((sum, word) => sum + rankOfWord(text, keywords, word), 0)
}

function rankOfWord(label: string, keywords: string, word: string): number {
  if (label.startsWith(word)) return 0
  if (label.includes(` ${word}`)) return 1
  // A single letter is in almost every word.
  if (word.length > 1 && label.includes(word)) return 2
  return ` ${keywords}`.includes(` ${word}`) ? 3 : Infinity
}
