'use client'

import { useState, type SubmitEvent } from 'react'
import { FormHeader } from '@/components/forms/form-header'
import { fetchFormParts } from '@/components/forms/fetch-form-parts'
import { PageForm } from '@/components/forms/page-form'
import { problemMessage } from '@/components/forms/problem-message'
import { MissingLink } from '@/components/links/missing-link'
import { linksTexts } from '@/components/links/texts'
import { useLinkSecrets } from '@/components/links/use-link-secrets'
import { WayOn } from '@/components/links/way-on'
import { FormMessage } from '@/components/ui/form/form-message'
import { FormOutcome } from '@/components/ui/form/form-outcome'
import { ProblemError } from '@/lib/edge/client/problem-error'

const CONTRACTS = {
  verify: 'verifyEmailContract',
  confirm: 'confirmEmailChangeContract',
  undo: 'undoEmailChangeContract',
} as const

/** A page that an email links to. Opening it changes nothing, because programs that scan email open links too. */
export function EmailLink({ kind }: { kind: keyof typeof CONTRACTS }) {
  const { title, lead, submit, done } = linksTexts[kind]
  const { secrets, forget } = useLinkSecrets()
  const isMissing = secrets !== null && !secrets.has('key')
  const [isPending, setIsPending] = useState(false)
  const [message, setMessage] = useState<string>()
  const [outcome, setOutcome] = useState<string>()
  /** The link itself is invalid: the person needs a new one. */
  const [isOver, setIsOver] = useState(false)

  async function onSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    setIsPending(true)
    setMessage(undefined)
    try {
      const contracts = await import('@/lib/domain/email/contract')
      const { callApi } = await fetchFormParts()
      const { email } = await callApi(contracts[CONTRACTS[kind]], { body: { key: secrets?.get('key') ?? '' } })
      setOutcome(done(email))
      forget()
    } catch (error) {
      setIsOver(error instanceof ProblemError && error.code === 'code_invalid')
      setMessage((await problemMessage(error)) ?? undefined)
    }
    setIsPending(false)
  }

  return (
    <>
      <FormHeader title={title} lead={lead} />
      {outcome === undefined && isMissing && <MissingLink />}
      {outcome === undefined && !isMissing && !isOver && (
        <PageForm submitLabel={submit} onSubmit={onSubmit} isPending={isPending} message={message}>
          {null}
        </PageForm>
      )}
      {isOver && <FormMessage message={message} />}
      <FormOutcome message={outcome} />
      {kind === 'undo' ? (
        <WayOn href="/forgot-password" label={linksTexts.resetPassword} />
      ) : (
        <WayOn href="/login" label={isOver ? linksTexts.signInForNewLink : linksTexts.signIn} />
      )}
    </>
  )
}
