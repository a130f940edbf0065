import type { ReactNode } from 'react'
import { Brand } from '@/components/shell/brand'
import { shellTexts } from '@/components/shell/texts'
import { buttonClass } from '@/components/ui/button-class'

/** The layout of a public page for visitors who are not signed in. */
export function PublicShell({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex items-center justify-between gap-2 border-b border-line px-3 py-2">
        <Brand />
        {/* A full page load: the sign-in page may load a captcha, which this page’s content security policy blocks. */}
        <a href="/login" className={buttonClass()}>
          {shellTexts.signIn}
        </a>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page min-w-0 px-gutter pt-6 pb-20 side:pt-10">
        {children}
      </main>
    </>
  )
}
