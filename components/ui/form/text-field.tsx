import { useId, type ComponentProps } from 'react'
import { describedBy, Field } from '@/components/ui/form/field'
import { fieldClass } from '@/components/ui/form/field-class'

interface TextFieldProps extends ComponentProps<'input'> {
  label: string
  hint?: string
  error: string | undefined
}

/** A text input with its label, hint and error. */
export function TextField({ label, hint, error, className = '', ...input }: TextFieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        type="text"
        className={`${fieldClass} ${className}`}
        {...describedBy(id, { hint, error })}
        {...input}
      />
    </Field>
  )
}
