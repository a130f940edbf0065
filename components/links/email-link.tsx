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
import { FormOutcome } from '@/components/ui/form/form-outcome'

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
      setMessage((await problemMessage(error)) ?? undefined)
    }
    setIsPending(false)
  }

  return (
    <>
      <FormHeader title={title} lead={lead} />
      {outcome === undefined && isMissing && <MissingLink />}
      {outcome === undefined && !isMissing && (
        <PageForm submitLabel={submit} onSubmit={onSubmit} isPending={isPending} message={message}>
          {null}
        </PageForm>
      )}
      <FormOutcome message={outcome} />
      {kind === 'undo' ? (
        <WayOn href="/forgot-password" label={linksTexts.resetPassword} />
      ) : (
        <WayOn href="/login" label={linksTexts.signIn} />
      )}
    </>
  )
}
