'use client'

import { useEffect, useRef, useState } from 'react'
import { FormHeader } from '@/components/forms/form-header'
import { StepHeader } from '@/components/forms/step-header'
import { WayOn } from '@/components/links/way-on'
import { isTicket, keepTicket } from '@/components/providers/kept-ticket'
import type { Provider } from '@/components/providers/provider'
import { providerTexts as texts } from '@/components/providers/texts'
import { send } from '@/lib/edge/client/send'

// The contract would load the whole API’s schemas into a page that shows one sentence.
const FINISH = { method: 'POST', path: '/api/v1/auth/providers/{id}/finish' } as const

/** The errors whose detail says more than the code does. The server writes it, never the provider. */
const TOLD_BY_SERVER: readonly string[] = ['provider_not_allowed', 'registration_closed', 'code_invalid']

interface ProviderCallbackProps extends Provider {
  /** The person is signed in already, and came back from adding the provider or confirming who they are. */
  isSignedIn: boolean
}

/** Sends what the provider put into the address, and moves on. Never shows a text of the provider. */
export function ProviderCallback({ id, label, isSignedIn }: ProviderCallbackProps) {
  const isTaken = useRef(false)
  const [failure, setFailure] = useState<string | null>(null)

  useEffect(() => {
    if (isTaken.current) return
    isTaken.current = true
    finish(id).then(
      (next) => window.location.replace(next),
      (error: unknown) => setFailure(messageOf(error, label, isSignedIn)),
    )
  }, [id, label, isSignedIn])

  if (failure === null) return <FormHeader title={texts.callback.title} lead={texts.callback.lead(label)} />
  return (
    <>
      <StepHeader title={texts.callback.failed} lead={failure} />
      {isSignedIn ? (
        <WayOn href="/settings/security" label={texts.toSecurity} />
      ) : (
        <WayOn href="/login" label={texts.back} />
      )}
    </>
  )
}

interface Answer {
  next?: string
  code?: string
  detail?: string
}

/** Returns the page to open next. */
async function finish(id: string): Promise<string> {
  const { search, pathname } = window.location
  // The code works once, but neither the history nor a screenshot needs it.
  window.history.replaceState(window.history.state, '', pathname)
  const response = await send(FINISH, { params: { id }, body: { query: search } })
  const answer = (await response.json().catch(() => null)) as Answer | null
  if (response.ok && answer?.next !== undefined) return answer.next
  if (!isTicket(answer)) throw new Failure(answer?.code, answer?.detail)
  keepTicket(answer)
  return '/join'
}

class Failure extends Error {
  constructor(
    readonly code: string | undefined,
    readonly detail: string | undefined,
  ) {
    super(code)
  }
}

function messageOf(error: unknown, label: string, isSignedIn: boolean): string {
  const { code = '', detail, message } = error as { code?: string; detail?: string; message: string }
  if (code === 'unreachable') return message
  const isTold = TOLD_BY_SERVER.includes(code) || (code === 'provider_failed' && isSignedIn)
  return (isTold ? detail : undefined) ?? texts.failures[code]?.(label) ?? texts.failed
}
