import type { ReactNode, SubmitEventHandler } from 'react'
import { foreseeForm } from '@/components/forms/fetch-form-parts'
import { FormMessage } from '@/components/ui/form/form-message'
import { FormOutcome } from '@/components/ui/form/form-outcome'
import { SubmitButton } from '@/components/ui/form/submit-button'

interface SettingsFormProps {
  onSubmit: SubmitEventHandler
  isPending: boolean
  message: string | undefined
  /** The result of the last submission. */
  outcome: string | undefined
  submitLabel: string
  children: ReactNode
}

/** A form that is part of its page and stays there after it was submitted. */
export function SettingsForm({ onSubmit, isPending, message, outcome, submitLabel, children }: SettingsFormProps) {
  return (
    <form method="post" noValidate onSubmit={onSubmit} onFocus={foreseeForm} className="grid max-w-form gap-4">
      {children}
      <FormMessage message={message} />
      <SubmitButton isPending={isPending} className="justify-self-start max-cards:w-full">
        {submitLabel}
      </SubmitButton>
      <FormOutcome message={outcome} />
    </form>
  )
}
