'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { NewPasswordField } from '@/components/forms/new-password-field'
import { SettingsForm } from '@/components/forms/settings-form'
import { useSubmit } from '@/components/forms/use-submit'
import { passwordOutcome } from '@/components/security/password-outcome'
import { securityTexts } from '@/components/security/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { Chip } from '@/components/ui/form/chip'
import { ChipGroup } from '@/components/ui/form/chip-group'
import { PasswordField } from '@/components/ui/form/password-field'

const { password: words } = securityTexts

const fetchSchema = async () => (await import('@/lib/domain/accounts/schema')).changePasswordInput

const EMPTY = { old_password: '', new_password: '', confirm_password: '', revoke_personal_tokens: false }

interface ChangePasswordFormProps {
  username: string
  email: string
  lengthMin: number
}

/** Changes the password, and says before and after what that signs out and revokes. */
export function ChangePasswordForm({ username, email, lengthMin }: ChangePasswordFormProps) {
  const router = useRouter()
  const callSignedIn = useCallSignedIn()
  const [outcome, setOutcome] = useState<string>()
  const form = useForm({ resolver: fetchedResolver(fetchSchema), defaultValues: EMPTY })
  const { errors } = form.formState
  const { new_password = '', revoke_personal_tokens: revokesTokens = false } = useWatch({ control: form.control })
  const submission = useSubmit(form, async (input) => {
    setOutcome(undefined)
    const { changePasswordContract } = await import('@/lib/domain/accounts/contract')
    const { revoked } = await callSignedIn(changePasswordContract, { body: input })
    form.reset(EMPTY)
    router.refresh()
    setOutcome(passwordOutcome(revoked, input.revoke_personal_tokens === true))
    return 'again'
  })
  const choose = (isChosen: boolean) => () => form.setValue('revoke_personal_tokens', isChosen)

  return (
    <SettingsForm submitLabel={words.submit} outcome={outcome} {...submission}>
      {/* Tells a password manager which account this password belongs to. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        label={words.current}
        autoComplete="current-password"
        error={errors.old_password?.message}
        {...form.register('old_password')}
      />
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
      <ChipGroup
        legend={words.tokens}
        note={revokesTokens ? words.revokeNote : words.keepNote}
        error={errors.revoke_personal_tokens?.message}
      >
        <Chip type="radio" name="revoke_personal_tokens" isChosen={!revokesTokens} onChoose={choose(false)}>
          {words.keepTokens}
        </Chip>
        <Chip type="radio" name="revoke_personal_tokens" isChosen={revokesTokens} onChoose={choose(true)}>
          {words.revokeTokens}
        </Chip>
      </ChipGroup>
    </SettingsForm>
  )
}
