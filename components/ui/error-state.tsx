'use client'

import { Button } from '@/components/ui/button'
import { uiTexts } from '@/components/ui/texts'

interface ErrorStateProps {
  title: string
  text: string
  onRetry: () => void
}

/** Shown in place of content that could not be loaded, with a button to try again. */
export function ErrorState({ title, text, onRetry }: ErrorStateProps) {
  return (
    <section
      role="alert"
      className="grid justify-items-start gap-4 rounded-card border border-l-3 border-line border-l-danger bg-danger-soft px-6 py-8"
    >
      <div className="grid gap-1">
        <h2 className="text-title font-semibold tracking-tight">{title}</h2>
        <p className="max-w-lead text-pretty text-muted">{text}</p>
      </div>
      <Button onClick={onRetry}>{uiTexts.errorState.retry}</Button>
    </section>
  )
}
