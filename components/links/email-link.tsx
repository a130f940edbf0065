'use client'

import { useState, type SubmitEvent } from 'react'
import { FormHeader } from '@/components/forms/form-header'
import { fetchFormParts } from '@/components/forms/fetch-form-parts'
import { PageForm } from '@/components/forms/page-form'
import { problemMessage } from '@/components/forms/problem-message'
import { MissingLink } from '@/components/links/missing-link'
import { useLinkSecrets } from '@/components/links/use-link-secrets'
import { WayOn } from '@/components/links/way-on'
import { FormOutcome } from '@/components/ui/form/form-outcome'

const LINKS = {
  verify: {
    contract: 'verifyEmailContract',
    title: 'Confirm your e-mail address',
    lead: 'It is then known to be yours: mail about your account goes there.',
    submitLabel: 'Confirm the address',
    done: (email: string) => `${email} is confirmed.`,
  },
  confirm: {
    contract: 'confirmEmailChangeContract',
    title: 'Confirm your new e-mail address',
    lead: 'Your account uses it from then on. The old address is told.',
    submitLabel: 'Use this address',
    done: (email: string) => `Your account now uses ${email}.`,
  },
  undo: {
    contract: 'undoEmailChangeContract',
    title: 'Take the change back',
    lead: 'Your account gets its old address back, and every session and device is signed out.',
    submitLabel: 'Undo the change',
    done: (email: string) => `Your account uses ${email} again. Choose a new password next.`,
  },
} as const

/** A page that an email links to. Opening it changes nothing, because programs that scan email open links too. */
export function EmailLink({ kind }: { kind: keyof typeof LINKS }) {
  const { contract, title, lead, submitLabel, done } = LINKS[kind]
  const { secrets, forget } = useLinkSecrets()
  const isMissing = secrets !== null && !secrets.has('key')
  const [isPending, setIsPending] = useState(false)
  const [message, setMessage] = useState<string>()
  const [outcome, setOutcome] = useState<string>()

  async function onSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    setIsPending(true)
    setMessage(undefined)
    try {
      const contracts = await import('@/lib/domain/email/contract')
      const { callApi } = await fetchFormParts()
      const { email } = await callApi(contracts[contract], { body: { key: secrets?.get('key') ?? '' } })
      setOutcome(done(email))
      forget()
    } catch (error) {
      setMessage((await problemMessage(error)) ?? undefined)
    }
    setIsPending(false)
  }

  return (
    <>
      <FormHeader title={title} lead={lead} />
      {outcome === undefined && isMissing && <MissingLink />}
      {outcome === undefined && !isMissing && (
        <PageForm submitLabel={submitLabel} onSubmit={onSubmit} isPending={isPending} message={message}>
          {null}
        </PageForm>
      )}
      <FormOutcome message={outcome} />
      {kind === 'undo' ? (
        <WayOn href="/forgot-password" label="Choose a new password" />
      ) : (
        <WayOn href="/login" label="Sign in" />
      )}
    </>
  )
}
