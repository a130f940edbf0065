'use client'

import { FailurePage } from '@/components/shell/failure-page'
import { fontClass } from '@/components/shell/font-class'
import { shellTexts } from '@/components/shell/texts'
import './globals.css'

interface GlobalErrorPageProps {
  error: Error & { digest?: string }
  retry: () => void
}

/** Replaces the whole document if the root layout itself has failed. */
export default function GlobalErrorPage({ error, retry }: GlobalErrorPageProps) {
  return (
    <html lang="en" className={fontClass}>
      <body>
        <title>{`${shellTexts.failure.failed.title} · ${shellTexts.product.name}`}</title>
        <FailurePage error={error} onRetry={retry} />
      </body>
    </html>
  )
}
