'use client'

import { useSyncExternalStore } from 'react'
import { FailurePage } from '@/components/shell/failure-page'
import { fontClass } from '@/components/shell/font-class'
import { failureTexts } from '@/components/shell/texts-failure'
import { onPreferenceChange } from '@/components/ui/preferences/stored-preference'
import { storedTheme, themeAttribute } from '@/components/ui/theme/theme'
import './globals.css'

interface GlobalErrorPageProps {
  error: Error & { digest?: string }
  retry: () => void
}

/** Replaces the whole document if the root layout itself has failed. */
export default function GlobalErrorPage({ error, retry }: GlobalErrorPageProps) {
  const theme = useSyncExternalStore(onPreferenceChange, storedTheme, () => 'system' as const)
  return (
    <html lang="en" className={fontClass} data-theme={themeAttribute(theme)}>
      <body>
        <title>{failureTexts.documentTitle}</title>
        <FailurePage error={error} onRetry={retry} />
      </body>
    </html>
  )
}
