import { useId, type ReactNode } from 'react'

interface ChipGroupProps {
  legend: string
  note: string
  error?: string | undefined
  /** The id of the note, for a control of the group that it describes as well. */
  noteId?: string
  children: ReactNode
}

/** A named group of chips. The note explains the choice, and screen readers announce it when it changes. */
export function ChipGroup({ legend, note, error, noteId, children }: ChipGroupProps) {
  const ownId = useId()
  const id = noteId ?? ownId
  return (
    <fieldset aria-describedby={id} data-invalid={error === undefined ? undefined : true} className="grid gap-1.5">
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
      <p id={id} aria-live="polite" className={`text-note ${error === undefined ? 'text-muted' : 'text-danger'}`}>
        {error ?? note}
      </p>
    </fieldset>
  )
}
