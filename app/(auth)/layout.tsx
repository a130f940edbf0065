import type { ReactNode } from 'react'
import { Brand } from '@/components/shell/brand'
import { ThemeSwitch } from '@/components/ui/theme/theme-switch'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-form flex-col justify-center px-4 py-10">
      <header className="mb-5 flex justify-center">
        <Brand />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="rounded-dialog border border-line bg-surface px-5 py-6 cards:px-7 cards:py-7"
      >
        {children}
      </main>
      <footer className="mt-5 flex justify-center">
        <ThemeSwitch />
      </footer>
    </div>
  )
}
