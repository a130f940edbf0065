'use client'

import { LoaderCircle, Search } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { fieldClass } from '@/components/ui/form/field-class'

const SETTLED_AFTER_MS = 250

interface SearchFieldProps {
  label: string
  placeholder: string
  lengthMax: number
}

/**
 * Searches the list of its page while the person types. The query is kept in the URL as `q`, next to the other
 * parameters, and the list starts over at its first page. Before the script has loaded, Enter does the same.
 */
export function SearchField({ label, placeholder, lengthMax }: SearchFieldProps) {
  const router = useRouter()
  const path = usePathname()
  const address = useSearchParams()
  const inAddress = address.get('q') ?? ''
  const [text, setText] = useState(inAddress)
  const [seen, setSeen] = useState(inAddress)
  const [sent, setSent] = useState(inAddress)
  const [isPending, startTransition] = useTransition()

  // The URL changed, but not because of what is typed here: the person followed a link.
  if (inAddress !== seen) {
    setSeen(inAddress)
    if (inAddress !== sent) setText(inAddress)
  }

  useEffect(() => {
    const q = text.trim()
    if (q === inAddress) return
    const timer = setTimeout(() => {
      const next = new URLSearchParams(address)
      next.delete('cursor')
      next.delete('q')
      if (q !== '') next.set('q', q)
      setSent(q)
      startTransition(() => router.replace(`${path}?${next}`, { scroll: false }))
    }, SETTLED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, inAddress, address, path, router])

  const Icon = isPending ? LoaderCircle : Search
  return (
    <form role="search" action={path} className="relative min-w-0 flex-[1_1_13.75rem]">
      {[...address]
        .filter(([name]) => name !== 'q' && name !== 'cursor')
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <Icon
        size={16}
        aria-hidden
        className={`pointer-events-none absolute inset-y-0 left-3 my-auto text-faint ${isPending ? 'animate-spin' : ''}`}
      />
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={lengthMax}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${fieldClass} pl-9 placeholder:text-faint`}
      />
    </form>
  )
}
