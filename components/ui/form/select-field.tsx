import { ChevronDown } from 'lucide-react'
import { useId, type ComponentProps } from 'react'
import { describedBy, Field } from '@/components/ui/form/field'
import { fieldClass } from '@/components/ui/form/field-class'

interface SelectFieldProps extends ComponentProps<'select'> {
  label: string
  error?: string | undefined
}

/** A native select with a label and an error. */
export function SelectField({ label, error, ...select }: SelectFieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={undefined} error={error}>
      <div className="relative">
        <select
          id={id}
          className={`${fieldClass} appearance-none pr-9`}
          {...describedBy(id, { hint: undefined, error })}
          {...select}
        />
        <ChevronDown
          size={16}
          aria-hidden
          className="pointer-events-none absolute inset-y-0 right-3 my-auto text-muted"
        />
      </div>
    </Field>
  )
}
