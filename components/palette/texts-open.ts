/** The texts of the button that opens the search, which every signed-in page loads. */
export const openPaletteTexts = {
  label: 'Search',
  keys: { apple: '⌘K', other: 'Ctrl K' },
} as const
