'use client'

import { createContext, use, useLayoutEffect, useSyncExternalStore, type ReactNode } from 'react'
import { onPreferenceChange } from '@/components/ui/preferences/stored-preference'
import { BACKGROUNDS, storedTheme, themeAttribute, type Theme } from '@/components/ui/theme/theme'

const RenderedTheme = createContext<Theme>('system')

interface ThemeProviderProps {
  /** The theme in which the server rendered the page. */
  rendered: Theme
  children: ReactNode
}

/** Keeps the page, and the bars of the browser around it, in the chosen theme. */
export function ThemeProvider({ rendered, children }: ThemeProviderProps) {
  return (
    <RenderedTheme value={rendered}>
      <BrowserColors />
      {children}
    </RenderedTheme>
  )
}

/** Returns the chosen theme: during hydration the one that the server rendered. */
export function useTheme(): Theme {
  const rendered = use(RenderedTheme)
  return useSyncExternalStore(onPreferenceChange, storedTheme, () => rendered)
}

function BrowserColors() {
  const theme = useTheme()
  const attribute = themeAttribute(theme)

  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    if (attribute === undefined) delete dataset['theme']
    else dataset['theme'] = attribute
  }, [attribute])

  if (attribute !== undefined) {
    return (
      <>
        <meta key="scheme" name="color-scheme" content={attribute} />
        <meta key={attribute} name="theme-color" content={BACKGROUNDS[attribute]} />
      </>
    )
  }
  return (
    <>
      <meta key="scheme" name="color-scheme" content="light dark" />
      <meta key="by-day" name="theme-color" media="(prefers-color-scheme: light)" content={BACKGROUNDS.light} />
      <meta key="by-night" name="theme-color" media="(prefers-color-scheme: dark)" content={BACKGROUNDS.dark} />
    </>
  )
}
