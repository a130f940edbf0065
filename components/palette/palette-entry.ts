import type { Theme } from '@/components/ui/theme/theme'

/** Something that the search offers. */
export interface PaletteEntry {
  /** Unique among all entries. */
  id: string
  label: string
  group: 'pages' | 'actions' | 'tokens'
  /** Other words by which a person may look for it. */
  keywords: string
  /** Further facts, shown after the label. */
  note: string | null
  run: PaletteRun
}

/** What happens when an entry is chosen. */
export type PaletteRun = { href: string } | { theme: Theme } | { signOut: true }
