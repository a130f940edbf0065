'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { SettingsForm } from '@/components/forms/settings-form'
import { useSubmit } from '@/components/forms/use-submit'
import { invitesTexts } from '@/components/invites/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { CopyButton } from '@/components/ui/copy-button'
import { TextField } from '@/components/ui/form/text-field'
import type { CreatedInvite } from '@/lib/domain/invites/schema'

const fetchSchema = async () => (await import('@/lib/domain/invites/schema')).createInviteInput
const texts = invitesTexts.form

/** Creates an invitation and shows its link once. */
export function CreateInviteForm() {
  const router = useRouter()
  const callSignedIn = useCallSignedIn()
  const link = useRef<HTMLElement>(null)
  const [made, setMade] = useState<CreatedInvite>()
  const form = useForm({ resolver: fetchedResolver(fetchSchema), defaultValues: { email: undefined } })
  const submission = useSubmit(
    form,
    async ({ email }) => {
      setMade(undefined)
      const { createInviteContract } = await import('@/lib/domain/invites/contract')
      setMade(await callSignedIn(createInviteContract, { body: email === undefined ? {} : { email } }))
      form.reset()
      router.refresh()
      return 'again'
    },
    'invite',
  )
  const outcome = made && (made.email === null ? texts.copyNow : texts.sent(made.email))

  return (
    <div className="grid gap-4">
      <SettingsForm submitLabel={texts.submit} outcome={outcome} {...submission}>
        <TextField
          label={texts.email}
          hint={texts.emailHint}
          type="email"
          autoComplete="off"
          error={form.formState.errors.email?.message}
          {...form.register('email', { setValueAs: (text?: string) => (text === '' ? undefined : text) })}
        />
      </SettingsForm>
      {made && (
        <p className="flex max-w-lead flex-wrap items-center justify-between gap-2 rounded-card border border-line bg-surface px-3.5 py-2.5">
          <code ref={link} className="font-mono text-note wrap-anywhere">
            {made.url}
          </code>
          <CopyButton text={made.url} what={texts.link} source={link} />
        </p>
      )}
    </div>
  )
}
