import type { ReactNode } from 'react'

interface ChipProps {
  /** `radio`: one of its group; `checkbox`: any number of them. */
  type: 'radio' | 'checkbox'
  name: string
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
  /** Receives the focus when it appears: the chosen radio of a dialog that starts with it. */
  hasFocusFirst?: boolean
  children: ReactNode
}

/** A choice in the shape of a chip, based on the native control and its keyboard support. */
export function Chip({ type, name, isChosen, onChoose, hasFocusFirst = false, children }: ChipProps) {
  return (
    <label className="relative cursor-pointer rounded-full border border-line bg-surface px-2.75 py-1 text-muted transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:shadow-ring">
      <input
        type={type}
        name={name}
        checked={isChosen}
        autoFocus={hasFocusFirst}
        onChange={(event) => onChoose(event.target.checked)}
        className="absolute inset-0 cursor-pointer appearance-none rounded-full opacity-0"
      />
      {children}
    </label>
  )
}
