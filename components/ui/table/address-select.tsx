'use client'

import { ChevronDown } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { fieldClass } from '@/components/ui/form/field-class'

interface AddressSelectProps {
  label: string
  /** The query parameter that holds the choice. */
  param: string
  value: string
  options: readonly { value: string; label: string }[]
}

/** A choice that is kept in the URL. The first option is the default. */
export function AddressSelect({ label, param, value, options }: AddressSelectProps) {
  const router = useRouter()
  const path = usePathname()
  const address = useSearchParams()

  function choose(chosen: string) {
    const next = new URLSearchParams(address)
    next.delete('cursor')
    if (chosen === options[0]?.value) next.delete(param)
    else next.set(param, chosen)
    router.replace(`${path}?${next}`, { scroll: false })
  }

  return (
    <div className="relative ml-auto">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => choose(event.target.value)}
        className={`${fieldClass} appearance-none pr-9`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={16}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3 my-auto text-muted"
      />
    </div>
  )
}
