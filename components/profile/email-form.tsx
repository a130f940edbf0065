'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { SettingsForm } from '@/components/forms/settings-form'
import { useSubmit } from '@/components/forms/use-submit'
import { profileTexts } from '@/components/profile/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { TextField } from '@/components/ui/form/text-field'

const fetchSchema = async () => (await import('@/lib/domain/email/schema')).changeEmailInput

/** Changes the email address. The change takes effect once it is confirmed through the link sent to the new address. */
export function EmailForm() {
  const callSignedIn = useCallSignedIn()
  const [outcome, setOutcome] = useState<string>()
  const form = useForm({ resolver: fetchedResolver(fetchSchema), defaultValues: { email: '' } })
  const submission = useSubmit(
    form,
    async ({ email }) => {
      setOutcome(undefined)
      const { changeEmailContract } = await import('@/lib/domain/email/contract')
      await callSignedIn(changeEmailContract, { body: { email } })
      form.reset()
      setOutcome(profileTexts.email.sent(email))
      return 'again'
    },
    'email',
  )

  return (
    <SettingsForm submitLabel={profileTexts.email.submit} outcome={outcome} {...submission}>
      <TextField
        label={profileTexts.email.address}
        type="email"
        autoComplete="email"
        error={form.formState.errors.email?.message}
        {...form.register('email')}
      />
    </SettingsForm>
  )
}
