'use client'

import { useId } from 'react'
import { themeTexts } from '@/components/ui/theme/texts'
import { chooseTheme, THEMES } from '@/components/ui/theme/theme'
import { useTheme } from '@/components/ui/theme/theme-provider'
import { useHydrated } from '@/components/ui/time/use-hydrated'

/** Chooses the theme. Built on native radio buttons, which do nothing until the script has loaded. */
export function ThemeSwitch() {
  const id = useId()
  const theme = useTheme()
  const isHydrated = useHydrated()
  return (
    <fieldset
      disabled={!isHydrated}
      className="inline-flex min-w-0 gap-0.5 rounded-control border border-line bg-surface p-0.5"
    >
      <legend className="sr-only">{themeTexts.legend}</legend>
      {THEMES.map((option) => (
        <label
          key={option}
          className="relative rounded-tag px-2 py-0.75 text-label text-muted transition-colors hover:text-text has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:shadow-ring forced-colors:has-checked:underline"
        >
          <input
            type="radio"
            name={id}
            value={option}
            checked={option === theme}
            onChange={() => chooseTheme(option)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-tag opacity-0"
          />
          {themeTexts.names[option]}
        </label>
      ))}
    </fieldset>
  )
}
