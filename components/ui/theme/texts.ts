import type { Theme } from '@/components/ui/theme/theme'

/** The texts of the theme switch. */
export const themeTexts = {
  legend: 'Theme',
  names: { system: 'System', light: 'Light', dark: 'Dark' },
} as const satisfies { legend: string; names: Record<Theme, string> }
