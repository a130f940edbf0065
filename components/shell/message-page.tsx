import type { ReactNode } from 'react'
import { KeyMark } from '@/components/shell/key-mark'

interface MessagePageProps {
  title: string
  lead: string
  children: ReactNode
}

/** A page with only a message and a way to continue. */
export function MessagePage({ title, lead, children }: MessagePageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh max-w-form flex-col items-start justify-center px-4 py-10"
    >
      <KeyMark />
      <h1 className="mt-4 text-heading font-semibold tracking-tight">{title}</h1>
      <p className="mt-1 mb-5 text-pretty text-muted">{lead}</p>
      {children}
    </main>
  )
}
