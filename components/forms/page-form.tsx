import type { ReactNode, SubmitEventHandler } from 'react'
import { foreseeForm } from '@/components/forms/fetch-form-parts'
import { FormMessage } from '@/components/ui/form/form-message'
import { SubmitButton } from '@/components/ui/form/submit-button'

interface PageFormProps {
  onSubmit: SubmitEventHandler
  isPending: boolean
  message: string | undefined
  submitLabel: string
  children: ReactNode
}

/**
 * A form that is the whole page. With `method="post"`, a click before the script has loaded puts nothing into the URL.
 */
export function PageForm({ onSubmit, isPending, message, submitLabel, children }: PageFormProps) {
  return (
    <form method="post" noValidate onSubmit={onSubmit} onFocus={foreseeForm} className="grid gap-4">
      {children}
      <FormMessage message={message} />
      <SubmitButton isPending={isPending} className="mt-1 w-full">
        {submitLabel}
      </SubmitButton>
    </form>
  )
}
