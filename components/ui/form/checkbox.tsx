'use client'

import { Check, Minus } from 'lucide-react'
import { useEffect, useRef } from 'react'

interface CheckboxProps {
  /** Says what it selects: in full, when the visible text is short or missing. */
  label: string
  text?: string | undefined
  isChecked: boolean
  /** Some of what it represents is selected, but not all. */
  isMixed?: boolean
  onChange: (isChecked: boolean) => void
}

const mark = 'pointer-events-none absolute inset-0 m-auto text-on-accent opacity-0'

/** A native checkbox with a target large enough for a finger. */
export function Checkbox({ label, text, isChecked, isMixed = false, onChange }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isMixed
  }, [isMixed])
  return (
    <label className="flex cursor-pointer items-center gap-2 whitespace-nowrap">
      <span className="relative grid size-6 place-items-center">
        <input
          ref={box}
          type="checkbox"
          aria-label={label}
          checked={isChecked}
          onChange={(event) => onChange(event.target.checked)}
          className="peer size-4 cursor-pointer appearance-none rounded-tag border border-faint bg-surface transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-muted"
        />
        <Check
          size={12}
          strokeWidth={3}
          aria-hidden
          className={`${mark} peer-checked:not-peer-indeterminate:opacity-100`}
        />
        <Minus size={12} strokeWidth={3} aria-hidden className={`${mark} peer-indeterminate:opacity-100`} />
      </span>
      {text}
    </label>
  )
}
