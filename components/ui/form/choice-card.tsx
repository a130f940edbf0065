import type { ReactNode } from 'react'

interface ChoiceCardProps {
  /** `radio`: one of its group; `checkbox`: any number of them. */
  type: 'radio' | 'checkbox'
  name: string
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
  children: ReactNode
}

/**
 * A choice in the shape of a card, for what takes more than a word. Based on the native control and its keyboard
 * support.
 */
export function ChoiceCard({ type, name, isChosen, onChoose, children }: ChoiceCardProps) {
  return (
    <label className="flex cursor-pointer items-center gap-3 rounded-card border border-line bg-surface px-3.5 py-2.5 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:shadow-ring">
      <input
        type={type}
        name={name}
        checked={isChosen}
        onChange={(event) => onChoose(event.target.checked)}
        className={`grid size-4 shrink-0 cursor-pointer appearance-none place-items-center border border-line-strong bg-surface checked:border-[5px] checked:border-accent focus-visible:shadow-none ${type === 'radio' ? 'rounded-full' : 'rounded-tag'}`}
      />
      <span className="min-w-0">{children}</span>
    </label>
  )
}
