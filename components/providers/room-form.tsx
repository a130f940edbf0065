'use client'

import { useForm } from 'react-hook-form'
import { SignOutStep } from '@/components/forms/sign-in/sign-out-step'
import { useSubmit } from '@/components/forms/use-submit'
import type { QuestionProps } from '@/components/providers/join-flow'
import type { SessionChoices } from '@/lib/domain/sessions/schema'

/** Asks what to sign out at the session limit. */
export function RoomForm({ ticket, onContinued }: QuestionProps) {
  const form = useForm<{ sign_out: string[] }>({ defaultValues: { sign_out: [] } })
  const submission = useSubmit(form, async ({ sign_out }) => {
    const { continueSignIn } = await import('@/components/providers/continue-sign-in')
    return onContinued(await continueSignIn(ticket, { sign_out }))
  })
  // The problem document has these members beside the ticket.
  const choices = ticket as unknown as SessionChoices
  return (
    <SignOutStep
      choices={choices}
      onChoose={(ids) => form.setValue('sign_out', ids)}
      onBack={() => window.location.assign('/login')}
      submission={submission}
    />
  )
}
