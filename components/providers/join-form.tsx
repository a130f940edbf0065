'use client'

import { useForm } from 'react-hook-form'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { PageForm } from '@/components/forms/page-form'
import { StepHeader } from '@/components/forms/step-header'
import { useSubmit } from '@/components/forms/use-submit'
import type { QuestionProps } from '@/components/providers/join-flow'
import { providerTexts } from '@/components/providers/texts'
import { TextField } from '@/components/ui/form/text-field'

const fetchSchema = async () => (await import('@/lib/domain/provider-sign-in/schema')).newcomerInput
const texts = providerTexts.join

/** Asks a newcomer for a username, and for an email address if the provider confirmed none. */
export function JoinForm({ ticket, onContinued }: QuestionProps) {
  const form = useForm({
    resolver: fetchedResolver(fetchSchema),
    defaultValues: { username: ticket.suggested ?? '' },
  })
  const { errors } = form.formState
  const submission = useSubmit(form, async (account) => {
    const { continueSignIn } = await import('@/components/providers/continue-sign-in')
    return onContinued(await continueSignIn(ticket, { account }), account.email)
  })
  return (
    <>
      <StepHeader title={texts.title} lead={texts.lead} />
      <PageForm submitLabel={texts.submit} {...submission}>
        <TextField
          label={texts.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.username?.message}
          {...form.register('username')}
        />
        {ticket.email_needed === true && (
          <TextField
            label={texts.email}
            type="email"
            autoComplete="email"
            error={errors.email?.message}
            {...form.register('email')}
          />
        )}
      </PageForm>
    </>
  )
}
