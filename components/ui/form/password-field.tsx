'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useId, useState, type ComponentProps } from 'react'
import { describedBy, Field } from '@/components/ui/form/field'
import { fieldClass } from '@/components/ui/form/field-class'
import { uiTexts } from '@/components/ui/texts'

interface PasswordFieldProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: string
  hint?: string
  error: string | undefined
  /** The id of another note that also describes the field. */
  noteId?: string
  /** Names what is typed, when it is another secret. */
  what?: string
}

/** A password field with a button to show what was typed. */
export function PasswordField({
  label,
  hint,
  error,
  noteId,
  what = uiTexts.password.what,
  ...input
}: PasswordFieldProps) {
  const id = useId()
  const [isShown, setIsShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="relative">
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
          className={`${fieldClass} pr-11`}
          {...describedBy(id, { hint, error, noteId })}
          {...input}
        />
        <button
          type="button"
          aria-label={uiTexts.password.show(what)}
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
          className="absolute inset-y-1 right-1 grid w-9 cursor-pointer place-items-center rounded-tag text-muted hover:text-text"
        >
          <Icon size={16} aria-hidden />
        </button>
      </div>
    </Field>
  )
}
