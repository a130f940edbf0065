import { useId, type ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { fieldClass } from '@/components/ui/field-class'

interface SelectFieldProps extends ComponentProps<'select'> {
  label: string
}

/** A choice of one, by the browser's own control. */
export function SelectField({ label, ...select }: SelectFieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={undefined} error={undefined}>
      <select id={id} className={fieldClass} {...select} />
    </Field>
  )
}
