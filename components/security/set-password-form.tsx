'use client'

import { useRouter } from 'next/navigation'
import { useForm, useWatch } from 'react-hook-form'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { NewPasswordField } from '@/components/forms/new-password-field'
import { SettingsForm } from '@/components/forms/settings-form'
import { useSubmit } from '@/components/forms/use-submit'
import { securityTexts } from '@/components/security/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useAnnounce } from '@/components/ui/announcer'
import { PasswordField } from '@/components/ui/form/password-field'

const { password: words } = securityTexts

const fetchSchema = async () => (await import('@/lib/domain/accounts/schema')).setPasswordInput

interface SetPasswordFormProps {
  username: string
  email: string
  lengthMin: number
}

/** Sets the first password of an account that signs in with providers only. */
export function SetPasswordForm({ username, email, lengthMin }: SetPasswordFormProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const form = useForm({ resolver: fetchedResolver(fetchSchema) })
  const { errors } = form.formState
  const { new_password = '' } = useWatch({ control: form.control })
  const submission = useSubmit(form, async (input) => {
    const { setPasswordContract } = await import('@/lib/domain/accounts/contract')
    await callSignedIn(setPasswordContract, { body: input })
    router.refresh()
    announce(words.isSet)
  })
  return (
    <SettingsForm submitLabel={words.set} outcome={undefined} {...submission}>
      {/* Tells a password manager which account this password belongs to. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <NewPasswordField
        label={words.new}
        password={new_password}
        lengthMin={lengthMin}
        ownWords={[username, email]}
        error={errors.new_password?.message}
        {...form.register('new_password')}
      />
      <PasswordField
        label={words.confirm}
        autoComplete="new-password"
        error={errors.confirm_password?.message}
        {...form.register('confirm_password')}
      />
    </SettingsForm>
  )
}
