'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useChangeAccount } from '@/components/admin/account-actions/use-change-account'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { SettingsForm } from '@/components/forms/settings-form'
import { useSubmit } from '@/components/forms/use-submit'
import { TextField } from '@/components/ui/form/text-field'
import type { ChangeAccountInput, ManagedAccount } from '@/lib/domain/admin/accounts/schema'

type Names = Pick<ManagedAccount, 'username' | 'first_name' | 'last_name'>

const fetchSchema = async () => (await import('@/lib/domain/admin/accounts/schema')).changeAccountInput

/** Changes how somebody is called; only what differs is sent. */
export function AccountNamesForm({ id, names }: { id: string; names: Names }) {
  const router = useRouter()
  const changeAccount = useChangeAccount()
  const [outcome, setOutcome] = useState<string>()
  const form = useForm<ChangeAccountInput>({ resolver: fetchedResolver(fetchSchema), defaultValues: names })
  const { errors, defaultValues: saved } = form.formState
  const submission = useSubmit(
    form,
    async (given) => {
      setOutcome(undefined)
      const body = Object.fromEntries(
        Object.entries(given).filter(([field, text]) => text !== saved?.[field as keyof Names]),
      )
      if (Object.keys(body).length > 0) {
        const { username, first_name, last_name } = await changeAccount({ id }, body)
        form.reset({ username, first_name, last_name })
        router.refresh()
      }
      setOutcome('The names are saved.')
      return 'again'
    },
    'names',
  )
  return (
    <SettingsForm submitLabel="Save" outcome={outcome} {...submission}>
      <TextField
        label="Username"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.username?.message}
        {...form.register('username')}
      />
      <TextField
        label="First name"
        autoComplete="off"
        error={errors.first_name?.message}
        {...form.register('first_name')}
      />
      <TextField
        label="Last name"
        autoComplete="off"
        error={errors.last_name?.message}
        {...form.register('last_name')}
      />
    </SettingsForm>
  )
}
