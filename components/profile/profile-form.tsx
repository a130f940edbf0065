'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { SettingsForm } from '@/components/forms/settings-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { TextField } from '@/components/ui/form/text-field'
import type { AccountView, UpdateAccountInput } from '@/lib/domain/accounts/schema'

type Names = Pick<AccountView, 'username' | 'first_name' | 'last_name'>

const fetchSchema = async () => (await import('@/lib/domain/accounts/schema')).updateAccountInput

/** Changes how the account is called. Only what differs is sent: a username that stays needs no password. */
export function ProfileForm({ names }: { names: Names }) {
  const router = useRouter()
  const callSignedIn = useCallSignedIn()
  const [outcome, setOutcome] = useState<string>()
  const form = useForm<UpdateAccountInput>({ resolver: fetchedResolver(fetchSchema), defaultValues: names })
  const { errors, defaultValues: saved } = form.formState
  const submission = useSubmit(
    form,
    async (given) => {
      setOutcome(undefined)
      const body = Object.fromEntries(
        Object.entries(given).filter(([field, text]) => text !== saved?.[field as keyof Names]),
      )
      if (Object.keys(body).length > 0) {
        const { updateAccountContract } = await import('@/lib/domain/accounts/contract')
        const { username, first_name, last_name } = await callSignedIn(updateAccountContract, { body })
        form.reset({ username, first_name, last_name })
        router.refresh()
      }
      setOutcome('Your profile is saved.')
      return 'again'
    },
    'profile',
  )

  return (
    <SettingsForm submitLabel="Save" outcome={outcome} {...submission}>
      <TextField
        label="First name"
        autoComplete="given-name"
        error={errors.first_name?.message}
        {...form.register('first_name')}
      />
      <TextField
        label="Last name"
        autoComplete="family-name"
        error={errors.last_name?.message}
        {...form.register('last_name')}
      />
      <TextField
        label="Username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        hint="You sign in with it. Changing it asks for your password, and nobody else can take the old one."
        error={errors.username?.message}
        {...form.register('username')}
      />
    </SettingsForm>
  )
}
