import type { ReactNode, SubmitEventHandler } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonVariant } from '@/components/ui/button-class'
import { DialogFooter } from '@/components/ui/dialog/dialog-footer'
import { FormMessage } from '@/components/ui/form/form-message'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { uiTexts } from '@/components/ui/texts'

interface DialogFormProps {
  onSubmit: SubmitEventHandler
  onCancel: () => void
  isPending: boolean
  message: string | undefined
  submitLabel: string
  submitVariant?: ButtonVariant
  children: ReactNode
}

/** A form in a dialog: its fields, its error message, and buttons to cancel and submit. */
export function DialogForm(props: DialogFormProps) {
  const { onSubmit, onCancel, isPending, message, submitLabel, submitVariant = 'primary', children } = props
  return (
    <form method="post" noValidate onSubmit={onSubmit}>
      <div className="grid gap-4 px-6 pt-4 pb-5.5">
        {children}
        <FormMessage message={message} />
      </div>
      <DialogFooter>
        <Button variant="ghost" onClick={onCancel}>
          {uiTexts.dialog.cancel}
        </Button>
        <SubmitButton isPending={isPending} variant={submitVariant}>
          {submitLabel}
        </SubmitButton>
      </DialogFooter>
    </form>
  )
}
