'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import type { ReactNode } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { tokensTexts } from '@/components/tokens/texts'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { SelectField } from '@/components/ui/form/select-field'
import { revokedReasons, revokeTokenInput, type RevokeTokenInput } from '@/lib/domain/tokens/schema'

const words = tokensTexts.revoke
const reasonWords: Record<(typeof revokedReasons)[number], string> = words.reasons

interface RevokeFormProps {
  /** The preselected reason. */
  reason?: RevokeTokenInput['reason']
  /** The revocation cannot be undone, whatever the reason. */
  isFinal?: boolean
  onRevoke: (reason: RevokeTokenInput['reason']) => Promise<void>
  onCancel: () => void
  /** What the revocation affects. */
  children: ReactNode
}

/** Asks for the reason before revoking something, and says whether it can be undone. */
export function RevokeForm(props: RevokeFormProps) {
  const { reason = 'unspecified', isFinal = false, onRevoke, onCancel, children } = props
  const form = useForm({ resolver: zodResolver(revokeTokenInput), defaultValues: { reason } })
  const chosen = useWatch({ control: form.control, name: 'reason' })
  const submission = useSubmit(form, (input) => onRevoke(input.reason))
  return (
    <DialogForm submitLabel={words.submit} submitVariant="danger" onCancel={onCancel} {...submission}>
      {children}
      <SelectField label={words.reason} error={form.formState.errors.reason?.message} {...form.register('reason')}>
        {revokedReasons.map((word) => (
          <option key={word} value={word}>
            {reasonWords[word]}
          </option>
        ))}
      </SelectField>
      <p aria-live="polite" className="text-note text-muted">
        {isFinal ? words.isFinal : wayBack(chosen)}
      </p>
    </DialogForm>
  )
}

function wayBack(reason: RevokeTokenInput['reason']): string {
  return reason === 'leaked' ? words.isFinalForLeaked : words.isUndoable
}
