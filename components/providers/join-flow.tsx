'use client'

import { useEffect, useState } from 'react'
import { StepHeader } from '@/components/forms/step-header'
import { WayOn } from '@/components/links/way-on'
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
    if (continued.kind === 'done') {
      window.location.replace(continued.next)
      return
    }
    if (continued.kind === 'asked') setStep(continued.ticket)
    else setStep(continued.kind === 'lost' ? 'lost' : { inbox: email })
    return 'again'
  }

  if (step === 'loading') return null
  if (step === 'lost') return <End {...texts.lost} />
  if ('inbox' in step) return <End title={texts.join.checkInboxTitle} lead={texts.join.checkInbox(step.inbox)} />
  const props = { ticket: step, onContinued }
  if (step.code === 'account_needed') return <JoinForm key={step.ticket} {...props} />
  if (step.code === 'link_required') return <LinkForm key={step.ticket} {...props} />
  return <RoomForm key={step.ticket} {...props} />
}

/** What each question needs to know. */
export interface QuestionProps {
  ticket: KeptTicket
  /** Returns `again` if the same form may be sent again. */
  onContinued: (continued: Continued, email?: string) => 'again' | undefined
}

function End(header: { title: string; lead: string }) {
  return (
    <>
      <StepHeader {...header} />
      <WayOn href="/login" label={texts.back} />
    </>
  )
}
