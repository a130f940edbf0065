'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { sessionPolicyWords } from '@/components/admin/account-actions/session-policy-words'
import { useChangeAccount } from '@/components/admin/account-actions/use-change-account'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { SettingsForm } from '@/components/forms/settings-form'
import { useSubmit } from '@/components/forms/use-submit'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'

const texts = adminAccountsTexts.account.limit

const COUNT_MAX = 9999

interface SessionPolicyFormProps {
  id: string
  policy: string
  /** The policy for accounts that have none of their own. */
  deploymentPolicy: string
}

/** Sets how many browsers and apps may be signed in to an account at once. */
export function SessionPolicyForm({ id, policy, deploymentPolicy }: SessionPolicyFormProps) {
  const router = useRouter()
  const changeAccount = useChangeAccount()
  const [outcome, setOutcome] = useState<string>()
  const isCounted = policy.startsWith('limit:')
  const saved = { choice: isCounted ? 'limit' : policy, count: isCounted ? policy.replace('limit:', '') : '5' }
  const form = useForm({ defaultValues: saved })
  const choice = useWatch({ control: form.control, name: 'choice' })
  const submission = useSubmit(
    form,
    async (given) => {
      setOutcome(undefined)
      const chosen = given.choice === 'limit' ? `limit:${Number(given.count)}` : given.choice
      await changeAccount({ id }, { session_policy: chosen })
      router.refresh()
      setOutcome(texts.saved)
      return 'again'
    },
    'session-policy',
  )
  return (
    <SettingsForm submitLabel={texts.submit} outcome={outcome} {...submission}>
      <SelectField label={texts.label} defaultValue={saved.choice} {...form.register('choice')}>
        <option value="default">{texts.default(sessionPolicyWords(deploymentPolicy))}</option>
        <option value="unlimited">{texts.unlimited}</option>
        <option value="one">{texts.one}</option>
        <option value="limit">{texts.custom}</option>
      </SelectField>
      {choice === 'limit' && (
        <TextField
          label={texts.count}
          type="number"
          inputMode="numeric"
          min={1}
          max={COUNT_MAX}
          error={form.formState.errors.count?.message}
          defaultValue={saved.count}
          {...form.register('count', {
            validate: (text) => (/^\d{1,4}$/.test(text) && Number(text) > 0) || texts.countInvalid(COUNT_MAX),
          })}
        />
      )}
    </SettingsForm>
  )
}
