import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { fontClass } from '@/components/shell/font-class'
import { SkipLink } from '@/components/shell/skip-link'
import { shellTexts } from '@/components/shell/texts'
import { NowProvider } from '@/components/ui/time/now-provider'
import { StyleNonce } from '@/components/ui/style-nonce'
import { now } from '@/lib/base/clock'
import './globals.css'

// Every page carries the nonce of its own response, so none can be rendered ahead of time.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { template: shellTexts.product.titleTemplate, default: shellTexts.product.name },
  description: shellTexts.product.description,
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontClass}>
      <body>
        <StyleNonce />
        <SkipLink />
        <NowProvider renderedAt={now().getTime()}>{children}</NowProvider>
      </body>
    </html>
  )
}
