'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { FormHeader } from '@/components/forms/form-header'
import { isTicket, keepTicket } from '@/components/providers/kept-ticket'
import type { Provider } from '@/components/providers/provider'
import { providerTexts as texts } from '@/components/providers/texts'
import { send } from '@/lib/edge/client/send'

// The contract would load the whole API’s schemas into a page that shows one sentence.
const FINISH = { method: 'POST', path: '/api/v1/auth/providers/{id}/finish' } as const

/** Sends what the provider put into the address, and moves on. Never shows a text of the provider. */
export function ProviderCallback({ id, label }: Provider) {
  const isTaken = useRef(false)
  const [failure, setFailure] = useState<string | null>(null)

  useEffect(() => {
    if (isTaken.current) return
    isTaken.current = true
    finish(id).then(
      (next) => window.location.replace(next),
      (error: unknown) => setFailure(messageOf(error, label)),
    )
  }, [id, label])

  if (failure === null) return <FormHeader title={texts.callback.title} lead={texts.callback.lead(label)} />
  return (
    <>
      <FormHeader title={texts.callback.failed} lead={failure} />
      <Link href="/login" className="rounded-tag font-medium text-accent underline underline-offset-3">
        {texts.callback.back}
      </Link>
    </>
  )
}

/** Returns the page to open next. */
async function finish(id: string): Promise<string> {
  const { search, pathname } = window.location
  // The code works once, but neither the history nor a screenshot needs it.
  window.history.replaceState(window.history.state, '', pathname)
  const response = await send(FINISH, { params: { id }, body: { query: search } })
  const answer = (await response.json().catch(() => null)) as { next?: string; code?: string } | null
  if (response.ok && answer?.next !== undefined) return answer.next
  if (!isTicket(answer)) throw new Failure(answer?.code)
  keepTicket(answer)
  return '/join'
}

class Failure extends Error {
  constructor(readonly code: string | undefined) {
    super(code)
  }
}

function messageOf(error: unknown, label: string): string {
  const { code = '', message } = error as { code?: string; message: string }
  if (code === 'unreachable') return message
  return texts.failures[code]?.(label) ?? texts.failed
}
