'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type * as z from 'zod'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { SettingsForm } from '@/components/forms/settings-form'
import { fieldsTexts } from '@/components/forms/texts-fields'
import { useSubmit } from '@/components/forms/use-submit'
import { TextField } from '@/components/ui/form/text-field'
import type { AccountView } from '@/lib/domain/accounts/schema'

const texts = fieldsTexts.names

/** The names of an account. */
export type Names = Pick<AccountView, 'username' | 'first_name' | 'last_name'>

type NamesInput = { [Field in keyof Names]?: string | undefined }

interface NamesFormProps {
  names: Names
  /** Whether browsers may fill in the names of the person at the keyboard. */
  isOwn: boolean
  usernameHint?: string
  outcome: string
  draft: string
  fetchSchema: () => Promise<z.ZodType<NamesInput, NamesInput>>
  /** Sends the changed fields, and resolves to the names that are stored now. */
  save: (changed: Partial<Names>) => Promise<Names>
}

/** Edits the names of an account. It sends only what changed, because a new username may require the password. */
export function NamesForm({ names, isOwn, usernameHint, outcome, draft, fetchSchema, save }: NamesFormProps) {
  const router = useRouter()
  const [told, setTold] = useState<string>()
  const form = useForm<NamesInput>({ resolver: fetchedResolver(fetchSchema), defaultValues: names })
  const { errors, defaultValues: saved } = form.formState
  const autoComplete = (field: string) => (isOwn ? field : 'off')
  const submission = useSubmit(
    form,
    async (given) => {
      setTold(undefined)
      const changed = Object.fromEntries(
        Object.entries(given).filter(([field, text]) => text !== saved?.[field as keyof Names]),
      )
      if (Object.keys(changed).length > 0) {
        const { username, first_name, last_name } = await save(changed)
        form.reset({ username, first_name, last_name })
        router.refresh()
      }
      setTold(outcome)
      return 'again'
    },
    draft,
  )

  return (
    <SettingsForm submitLabel={texts.submit} outcome={told} {...submission}>
      <TextField
        label={texts.firstName}
        autoComplete={autoComplete('given-name')}
        error={errors.first_name?.message}
        defaultValue={names.first_name}
        {...form.register('first_name')}
      />
      <TextField
        label={texts.lastName}
        autoComplete={autoComplete('family-name')}
        error={errors.last_name?.message}
        defaultValue={names.last_name}
        {...form.register('last_name')}
      />
      <TextField
        label={texts.username}
        autoComplete={autoComplete('username')}
        autoCapitalize="none"
        spellCheck={false}
        {...(usernameHint !== undefined && { hint: usernameHint })}
        error={errors.username?.message}
        defaultValue={names.username}
        {...form.register('username')}
      />
    </SettingsForm>
  )
}
