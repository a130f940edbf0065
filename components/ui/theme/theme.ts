import { storePreference, storedPreference } from '@/components/ui/preferences/stored-preference'

/** `system` follows the setting of the operating system or browser. */
export const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

/** The page's background, with which a browser colors its own bars. The same as in app/globals.css. */
export const BACKGROUNDS = { light: '#fbfbfa', dark: '#0f1011' } as const

/** Returns the theme that a cookie names; `system` for anything else. */
export function themeOf(value: string | null): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system'
}

/** Returns the theme that this browser remembers. */
export function storedTheme(): Theme {
  return themeOf(storedPreference('theme'))
}

/** Shows a theme from now on, in this browser. */
export function chooseTheme(theme: Theme): void {
  storePreference('theme', theme === 'system' ? null : theme)
}

/** Returns the value of `data-theme` on the root element, from which the colors follow. */
export function themeAttribute(theme: Theme): 'light' | 'dark' | undefined {
  return theme === 'system' ? undefined : theme
}

/** Whether the page is dark right now. */
export function isDark(): boolean {
  const theme = storedTheme()
  return theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
}
