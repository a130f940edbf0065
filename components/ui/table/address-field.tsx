'use client'

import { LoaderCircle } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTransition, type ReactNode, type SubmitEvent } from 'react'
import { fieldClass } from '@/components/ui/form/field-class'
import { listHref } from '@/components/ui/table/list-href'

interface AddressFieldProps {
  label: string
  placeholder: string
  /** The query parameter that holds the text. */
  param: string
  /** Decorative; 16 px wide. */
  icon: ReactNode
  lengthMax: number
}

/** A text filter that needs a complete value: Enter puts it into the URL, and clearing the field removes it. */
export function AddressField({ label, placeholder, param, icon, lengthMax }: AddressFieldProps) {
  const router = useRouter()
  const path = usePathname()
  const address = useSearchParams()
  const [isPending, startTransition] = useTransition()
  const inAddress = address.get(param) ?? ''
  const others = [...address].filter(([name]) => name !== param && name !== 'cursor')

  function show(text: string) {
    const next = listHref(path, { ...Object.fromEntries(others), [param]: text.trim() })
    startTransition(() => router.replace(next, { scroll: false }))
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get(param)
    if (typeof text === 'string') show(text)
  }

  return (
    <form action={path} onSubmit={onSubmit} className="relative min-w-0 flex-[1_1_11rem]">
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span aria-hidden className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-faint">
        {isPending ? <LoaderCircle size={16} className="animate-spin" /> : icon}
      </span>
      <input
        // Resets the field when a followed link changes the URL.
        key={inAddress}
        type="search"
        name={param}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={lengthMax}
        defaultValue={inAddress}
        onChange={({ target }) => {
          if (target.value === '' && inAddress !== '') show('')
        }}
        className={`${fieldClass} pl-9 placeholder:text-faint`}
      />
    </form>
  )
}
