'use client'

import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { ComparedCode } from '@/components/device-flow/compared-code'
import type { FlowPolicy } from '@/components/device-flow/flow-policy'
import { LifetimeField } from '@/components/device-flow/lifetime-field'
import { RequestFacts } from '@/components/device-flow/request-facts'
import { approve, type Outcome } from '@/components/device-flow/send-decision'
import { deviceFlowTexts } from '@/components/device-flow/texts'
import { useDeny } from '@/components/device-flow/use-deny'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { PageForm } from '@/components/forms/page-form'
import { SignOutStep } from '@/components/forms/sign-in/sign-out-step'
import { StepHeader } from '@/components/forms/step-header'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { ScopeField } from '@/components/tokens/create/scope-field'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import type { DeviceRequestView } from '@/lib/domain/device-flow/schema'
import type { SessionChoices } from '@/lib/domain/sessions/schema'

const fetchSchema = async () => (await import('@/lib/domain/device-flow/schema')).approveDeviceInput
const texts = deviceFlowTexts.review

interface RequestReviewProps {
  code: string
  request: DeviceRequestView
  policy: FlowPolicy
  onEnd: (outcome: Outcome) => void
}

/** Shows what a device asks for, and approves or denies it. A token can get less than it asked for, never more. */
export function RequestReview({ code, request, policy, onEnd }: RequestReviewProps) {
  const { client_id, device_name, token_kind, scopes: asked, expires_in_seconds: lifetime } = request
  const givenName = device_name ?? client_id
  const callSignedIn = useCallSignedIn()
  const [choices, setChoices] = useState<SessionChoices | null>(null)
  const isToken = token_kind === 'personal'
  const form = useForm({
    resolver: fetchedResolver(fetchSchema),
    defaultValues: {
      user_code: code,
      name: givenName,
      scopes: isToken ? asked : undefined,
      expires_in_seconds: isToken ? (lifetime ?? policy.defaultTtlSeconds) : undefined,
      sign_out: undefined as string[] | undefined,
    },
  })
  const { errors } = form.formState
  const { scopes = [], expires_in_seconds: seconds = 0 } = useWatch({ control: form.control })
  const submission = useSubmit(form, async (input) => {
    // Without a name, the server makes the given one unique.
    const { name, ...rest } = input
    const answer = await approve(callSignedIn, name === givenName ? rest : input)
    if (typeof answer !== 'string') {
      setChoices(answer)
      return 'again'
    }
    onEnd(answer)
    return
  })
  const { isDenying, onDeny } = useDeny(form, code, onEnd)

  function goBack() {
    setChoices(null)
    form.setValue('sign_out', undefined)
    form.clearErrors()
  }

  if (choices !== null) {
    const onChoose = (ids: string[]) => form.setValue('sign_out', ids)
    return <SignOutStep choices={choices} onChoose={onChoose} onBack={goBack} submission={submission} />
  }
  return (
    <>
      <StepHeader title={texts.title[token_kind]} />
      <div className="mb-4 grid gap-4">
        <ComparedCode code={code} />
        <RequestFacts request={request} policy={policy} />
      </div>
      <PageForm submitLabel={texts.approve} {...submission}>
        <TextField
          label={texts.name[token_kind]}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name')}
        />
        {isToken && (
          <LifetimeField
            policy={policy}
            asked={lifetime}
            seconds={seconds}
            onChange={(chosen) => form.setValue('expires_in_seconds', chosen)}
            error={errors.expires_in_seconds?.message}
          />
        )}
        {isToken && asked.length > 0 && (
          <ScopeField
            offered={asked}
            chosen={scopes}
            onChange={(chosen) => form.setValue('scopes', chosen)}
            error={errors.scopes?.message}
          />
        )}
      </PageForm>
      <Button aria-disabled={isDenying} onClick={onDeny} className="mt-2 w-full">
        {texts.deny}
      </Button>
    </>
  )
}
