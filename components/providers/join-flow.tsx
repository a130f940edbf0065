'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { FormHeader } from '@/components/forms/form-header'
import type { Continued } from '@/components/providers/continue-sign-in'
import { JoinForm } from '@/components/providers/join-form'
import { keptTicket, type KeptTicket } from '@/components/providers/kept-ticket'
import { LinkForm } from '@/components/providers/link-form'
import { RoomForm } from '@/components/providers/room-form'
import { providerTexts as texts } from '@/components/providers/texts'

type Step = KeptTicket | 'loading' | 'lost' | { inbox: string }

/** Answers what a sign-in with a provider still asks: which account, and what to sign out. */
export function JoinFlow() {
  const [step, setStep] = useState<Step>('loading')

  // Only the browser knows what this tab keeps.
  useEffect(() => queueMicrotask(() => setStep(keptTicket() ?? 'lost')), [])

  function onContinued(continued: Continued, email = '') {
    if (continued.kind === 'done') window.location.replace(continued.next)
    else if (continued.kind === 'asked') setStep(continued.ticket)
    else setStep(continued.kind === 'lost' ? 'lost' : { inbox: email })
  }

  if (step === 'loading') return null
  if (step === 'lost') return <Lost />
  if ('inbox' in step) return <FormHeader title={texts.join.checkInboxTitle} lead={texts.join.checkInbox(step.inbox)} />
  const props = { ticket: step, onContinued }
  if (step.code === 'account_needed') return <JoinForm key={step.ticket} {...props} />
  if (step.code === 'link_required') return <LinkForm key={step.ticket} {...props} />
  return <RoomForm key={step.ticket} {...props} />
}

/** What each question needs to know. */
export interface QuestionProps {
  ticket: KeptTicket
  onContinued: (continued: Continued, email?: string) => void
}

function Lost() {
  return (
    <>
      <FormHeader {...texts.lost} />
      <Link href="/login" className="rounded-tag font-medium text-accent underline underline-offset-3">
        {texts.callback.back}
      </Link>
    </>
  )
}
