import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { fontClass } from '@/components/shell/font-class'
import { SkipLink } from '@/components/shell/skip-link'
import { shellTexts } from '@/components/shell/texts'
import { NowProvider } from '@/components/ui/time/now-provider'
import { StyleNonce } from '@/components/ui/style-nonce'
import { readPreference } from '@/components/ui/preferences/preference-cookie'
import { themeAttribute, themeOf } from '@/components/ui/theme/theme'
import { ThemeProvider } from '@/components/ui/theme/theme-provider'
import { now } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import './globals.css'

// Every page carries the nonce of its own response, so none can be rendered ahead of time.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { template: shellTexts.product.titleTemplate, default: shellTexts.product.name },
  description: shellTexts.product.description,
  robots: { index: false, follow: false },
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf(readPreference((await headers()).get('cookie'), 'theme', settings().isHttps))
  return (
    <html lang="en" className={fontClass} data-theme={themeAttribute(theme)}>
      <body>
        <StyleNonce />
        <SkipLink />
        <ThemeProvider rendered={theme}>
          <NowProvider renderedAt={now().getTime()}>{children}</NowProvider>
        </ThemeProvider>
      </body>
    </html>
  )
}
