'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTransition, type ReactNode, type SubmitEvent } from 'react'
import { listHref } from '@/components/ui/table/list-href'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { uiTexts } from '@/components/ui/texts'

interface FilterFormProps {
  /** Names the search landmark. */
  label: string
  /** Fields that are named after query parameters. */
  children: ReactNode
}

/** Fields that filter a list. The choice is kept in the URL, without empty fields. */
export function FilterForm({ label, children }: FilterFormProps) {
  const router = useRouter()
  const path = usePathname()
  const [isPending, startTransition] = useTransition()

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()] as const] : [],
    )
    startTransition(() => router.push(listHref(path, Object.fromEntries(fields)), { scroll: false }))
  }

  return (
    <form
      role="search"
      aria-label={label}
      action={path}
      onSubmit={onSubmit}
      className="mb-4 grid items-end gap-3 rounded-card border border-line bg-surface px-4 py-4 cards:grid-cols-2 wide:grid-cols-3"
    >
      {children}
      <SubmitButton isPending={isPending} variant="plain" className="cards:justify-self-start">
        {uiTexts.filters.submit}
      </SubmitButton>
    </form>
  )
}
