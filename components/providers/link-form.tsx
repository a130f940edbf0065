'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { FormHeader } from '@/components/forms/form-header'
import { PageForm } from '@/components/forms/page-form'
import { problemMessage } from '@/components/forms/problem-message'
import { useSubmit } from '@/components/forms/use-submit'
import type { QuestionProps } from '@/components/providers/join-flow'
import { providerTexts } from '@/components/providers/texts'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form/form-message'
import { PasswordField } from '@/components/ui/form/password-field'

const fetchSchema = async () => (await import('@/lib/domain/accounts/schema')).passwordInput
const texts = providerTexts.link

/** Asks for the password of the account that has the same address, or offers a new account. */
export function LinkForm({ ticket, onContinued }: QuestionProps) {
  const [message, setMessage] = useState<string>()
  const form = useForm({ resolver: fetchedResolver(fetchSchema) })
  const submission = useSubmit(form, async ({ password }) => {
    await answer({ password })
    return 'again'
  })

  async function answer(given: { password: string } | { start_fresh: true }) {
    const { continueSignIn } = await import('@/components/providers/continue-sign-in')
    onContinued(await continueSignIn(ticket, given))
  }

  const startFresh = () =>
    void answer({ start_fresh: true }).catch(async (error: unknown) =>
      setMessage((await problemMessage(error)) ?? undefined),
    )

  return (
    <>
      <FormHeader title={texts.title} lead={texts.lead} />
      <PageForm submitLabel={texts.submit} {...submission}>
        <PasswordField
          label={texts.password}
          autoComplete="current-password"
          error={form.formState.errors.password?.message}
          {...form.register('password')}
        />
      </PageForm>
      {ticket.choices?.includes('start_fresh') === true && (
        <div className="mt-5 grid gap-2 border-t border-line pt-4">
          <p className="text-pretty text-muted">{texts.startFreshHint}</p>
          <Button onClick={startFresh} className="w-full">
            {texts.startFresh}
          </Button>
          <FormMessage message={message} />
        </div>
      )}
    </>
  )
}
