'use client'

import { useController, useForm, useWatch } from 'react-hook-form'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { describeNewToken } from '@/components/tokens/create/describe-new-token'
import { EndField } from '@/components/tokens/create/end-field'
import { IdleField } from '@/components/tokens/create/idle-field'
import { ScopeField } from '@/components/tokens/create/scope-field'
import type { TokenEnd } from '@/components/tokens/list/token-end'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import type { TokenWish } from '@/components/tokens/create/token-wish'
import { createTexts } from '@/components/tokens/texts-create'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { TextField } from '@/components/ui/form/text-field'
import { useNow } from '@/components/ui/time/now-provider'
import { useTimeZone } from '@/components/ui/time/use-time-zone'
import type { IssuedToken } from '@/lib/domain/tokens/schema'

const fetchSchema = async () => (await import('@/lib/domain/tokens/schema')).createTokenInput

interface CreateTokenFormProps {
  policy: TokenPolicy
  /** Initial values, and what is wrong with them. */
  wish?: TokenWish
  onIssued: (token: IssuedToken) => void
  onCancel: () => void
}

/** Asks for a name, an expiry and scopes, creates the token, and passes it on with its key. */
export function CreateTokenForm({ policy, wish, onIssued, onCancel }: CreateTokenFormProps) {
  const callSignedIn = useCallSignedIn()
  const form = useForm({
    resolver: fetchedResolver(fetchSchema),
    defaultValues: {
      name: '',
      scopes: policy.scopes.filter((scope) => scope === 'read'),
      expires_in_seconds: policy.defaultTtlSeconds,
      expires_at: undefined,
      never: undefined,
      idle_seconds: undefined,
      ...wish?.values,
    },
    ...(wish && { errors: wish.errors }),
  })
  const { errors } = form.formState
  const day = useController({ control: form.control, name: 'expires_at' })
  const { scopes = [], idle_seconds, ...end } = useWatch({ control: form.control })
  const submission = useSubmit(
    form,
    async (input) => {
      // The key is shown only once, so the code that shows it must be loaded before the token is created.
      await import('@/components/tokens/key/key-dialog')
      const { createTokenContract } = await import('@/lib/domain/tokens/contract')
      onIssued(await callSignedIn(createTokenContract, { body: input }))
    },
    'create-token',
  )

  const token = { scopes, end, idleSeconds: idle_seconds, reminders: policy.reminders }
  const summary = describeNewToken(token, useNow(), useTimeZone())

  function chooseEnd(chosen: TokenEnd) {
    form.setValue('expires_in_seconds', chosen.expires_in_seconds)
    form.setValue('expires_at', chosen.expires_at)
    form.setValue('never', chosen.never)
    form.clearErrors(['expires_in_seconds', 'expires_at', 'never'])
  }

  function chooseScopes(chosen: string[]) {
    form.setValue('scopes', chosen)
    form.clearErrors('scopes')
  }

  return (
    <DialogForm submitLabel={createTexts.create.submit} onCancel={onCancel} {...submission}>
      <TextField
        label={createTexts.create.name}
        autoComplete="off"
        defaultValue={wish?.values.name}
        error={errors.name?.message}
        {...form.register('name')}
      />
      <EndField
        policy={policy}
        askedSeconds={wish?.values.expires_in_seconds}
        end={end}
        onChange={chooseEnd}
        dayRef={day.field.ref}
        error={(errors.expires_in_seconds ?? errors.expires_at ?? errors.never)?.message}
      />
      <IdleField
        seconds={idle_seconds}
        onChange={(seconds) => form.setValue('idle_seconds', seconds)}
        error={errors.idle_seconds?.message}
      />
      <ScopeField offered={policy.scopes} chosen={scopes} onChange={chooseScopes} error={errors.scopes?.message} />
      {summary !== null && <p className="text-note text-pretty">{summary}</p>}
    </DialogForm>
  )
}
