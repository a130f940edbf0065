'use client'

import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { fetchFormParts } from '@/components/forms/fetch-form-parts'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { NewPasswordField } from '@/components/forms/new-password-field'
import { PageForm } from '@/components/forms/page-form'
import { formsTexts } from '@/components/forms/texts'
import { useSubmit } from '@/components/forms/use-submit'
import { Chip } from '@/components/ui/form/chip'
import { ChipGroup } from '@/components/ui/form/chip-group'
import { FormOutcome } from '@/components/ui/form/form-outcome'
import { PasswordField } from '@/components/ui/form/password-field'
import type { ResetCheck } from '@/lib/domain/recovery/schema'

const fetchSchema = async () => (await import('@/lib/domain/recovery/schema')).confirmResetInput
const texts = formsTexts.resetPassword

interface ResetPasswordFormProps {
  link: { uid: string; token: string }
  /** The account, and what the reset would sign out or revoke. */
  found: ResetCheck
  lengthMin: number
  /** Called once the link has been used. */
  onDone: () => void
}

/** Sets a new password through a link, and says what that signs out and revokes. */
export function ResetPasswordForm({ link, found: { username, tokens }, lengthMin, onDone }: ResetPasswordFormProps) {
  const [outcome, setOutcome] = useState<string>()
  const defaultValues = { ...link, new_password: '', confirm_password: '', keep_personal_tokens: false }
  const form = useForm({ resolver: fetchedResolver(fetchSchema), defaultValues })
  const { errors } = form.formState
  const { new_password = '', keep_personal_tokens: keeps = false } = useWatch({ control: form.control })
  const submission = useSubmit(form, async (body) => {
    const { confirmResetContract } = await import('@/lib/domain/recovery/contract')
    const { callApi } = await fetchFormParts()
    await callApi(confirmResetContract, { body })
    onDone()
    setOutcome(texts.done)
  })
  const choose = (keep: boolean) => () => form.setValue('keep_personal_tokens', keep)

  if (outcome !== undefined) return <FormOutcome message={outcome} />
  return (
    <PageForm submitLabel={texts.submit} {...submission}>
      {/* Tells a password manager which account this password belongs to. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <NewPasswordField
        label={texts.newPassword}
        password={new_password}
        lengthMin={lengthMin}
        ownWords={[username]}
        error={errors.new_password?.message}
        {...form.register('new_password')}
      />
      <PasswordField
        label={texts.confirmPassword}
        autoComplete="new-password"
        error={errors.confirm_password?.message}
        {...form.register('confirm_password')}
      />
      {tokens.length > 0 && (
        <ChipGroup
          legend={texts.tokens}
          note={keeps ? texts.tokensKept : texts.tokensRevoked}
          error={errors.keep_personal_tokens?.message}
        >
          <ul className="mb-2 grid w-full gap-1">
            {tokens.map(({ name, hint }) => (
              <li key={name} className="flex justify-between gap-3 wrap-anywhere">
                {name} <span className="font-mono text-note text-muted">{hint}</span>
              </li>
            ))}
          </ul>
          <Chip type="radio" name="keep_personal_tokens" isChosen={!keeps} onChoose={choose(false)}>
            {texts.revokeTokens}
          </Chip>
          <Chip type="radio" name="keep_personal_tokens" isChosen={keeps} onChoose={choose(true)}>
            {texts.keepTokens}
          </Chip>
        </ChipGroup>
      )}
    </PageForm>
  )
}
