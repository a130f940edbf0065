'use client'

import { useForm } from 'react-hook-form'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { PageForm } from '@/components/forms/page-form'
import { StepHeader } from '@/components/forms/step-header'
import { useSubmit } from '@/components/forms/use-submit'
import { WayOn } from '@/components/links/way-on'
import type { QuestionProps } from '@/components/providers/join-flow'
import { StartFresh } from '@/components/providers/start-fresh'
import { providerTexts } from '@/components/providers/texts'
import { PasswordField } from '@/components/ui/form/password-field'

const fetchSchema = async () => (await import('@/lib/domain/accounts/schema')).passwordInput
const texts = providerTexts.link

/** Asks whose account it is that has the same address: by its password, where it has one, or with a new account. */
export function LinkForm(question: QuestionProps) {
  const { choices = [] } = question.ticket
  const hasPassword = choices.includes('password')
  const canStartFresh = choices.includes('start_fresh')
  const leadWithout = canStartFresh ? texts.leadFresh : texts.leadNoWay
  return (
    <>
      <StepHeader title={texts.title} lead={hasPassword ? texts.lead : leadWithout} />
      {hasPassword && <ShownPassword {...question} />}
      {canStartFresh && <StartFresh {...question} />}
      {!hasPassword && <WayOn href="/login" label={providerTexts.back} />}
    </>
  )
}

function ShownPassword({ ticket, onContinued }: QuestionProps) {
  const form = useForm({ resolver: fetchedResolver(fetchSchema) })
  const submission = useSubmit(form, async ({ password }) => {
    const { continueSignIn } = await import('@/components/providers/continue-sign-in')
    return onContinued(await continueSignIn(ticket, { password }))
  })
  return (
    <PageForm submitLabel={texts.submit} {...submission}>
      <PasswordField
        label={texts.password}
        autoComplete="current-password"
        error={form.formState.errors.password?.message}
        {...form.register('password')}
      />
    </PageForm>
  )
}
