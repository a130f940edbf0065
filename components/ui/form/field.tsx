import type { ReactNode } from 'react'

interface FieldProps {
  id: string
  label: string
  hint: string | undefined
  error: string | undefined
  children: ReactNode
}

/** A label, its control and, below, the hint or the error. `describedBy` links the control to that text. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {(error ?? hint) !== undefined && (
        <p id={`${id}-note`} className={`text-note ${error === undefined ? 'text-muted' : 'text-danger'}`}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}

/** Returns the attributes that link a control to its note. */
export function describedBy(
  id: string,
  { hint, error, noteId }: Pick<FieldProps, 'hint' | 'error'> & { noteId?: string | undefined },
) {
  const notes = [(error ?? hint) === undefined ? undefined : `${id}-note`, noteId].filter((note) => note !== undefined)
  return {
    'aria-invalid': error !== undefined,
    ...(notes.length > 0 && { 'aria-describedby': notes.join(' ') }),
  }
}
