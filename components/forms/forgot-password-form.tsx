'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useCaptcha } from '@/components/captcha/use-captcha'
import { fetchFormParts } from '@/components/forms/fetch-form-parts'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { PageForm } from '@/components/forms/page-form'
import { formsTexts } from '@/components/forms/texts'
import { useSubmit } from '@/components/forms/use-submit'
import { FormOutcome } from '@/components/ui/form/form-outcome'
import { TextField } from '@/components/ui/form/text-field'
import type { CaptchaView } from '@/lib/domain/captcha/schema'

const fetchSchema = async () => (await import('@/lib/domain/recovery/schema')).requestResetInput
const texts = formsTexts.forgotPassword

/** Requests a password reset link. The answer is the same for every address. */
export function ForgotPasswordForm({ captcha }: { captcha: CaptchaView }) {
  const [outcome, setOutcome] = useState<string>()
  const form = useForm({ resolver: fetchedResolver(fetchSchema) })
  const { field, answer } = useCaptcha(captcha, 'reset')
  const submission = useSubmit(form, async ({ email }) => {
    const { requestResetContract } = await import('@/lib/domain/recovery/contract')
    const { callApi } = await fetchFormParts()
    await callApi(requestResetContract, { body: { email, ...(await answer()) } })
    setOutcome(texts.sent(email))
  })

  return (
    <div className="grid gap-4">
      {outcome === undefined && (
        <PageForm submitLabel={texts.submit} {...submission}>
          <TextField
            label={texts.email}
            type="email"
            autoComplete="email"
            error={form.formState.errors.email?.message}
            {...form.register('email')}
          />
          {field}
        </PageForm>
      )}
      <FormOutcome message={outcome} />
    </div>
  )
}
