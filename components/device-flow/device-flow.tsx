'use client'

import { lazy, Suspense, useState } from 'react'
import { CodeForm } from '@/components/device-flow/code-form'
import { FlowAccount } from '@/components/device-flow/flow-account'
import { FlowOutcome } from '@/components/device-flow/flow-outcome'
import { forgetCode } from '@/components/device-flow/kept-code'
import type { Outcome } from '@/components/device-flow/send-decision'
import { useKeptCode } from '@/components/device-flow/use-kept-code'
import type { FlowPolicy } from '@/components/device-flow/flow-policy'
import type { DeviceRequestView } from '@/lib/domain/device-flow/schema'

// Loaded while the code is looked up.
const RequestReview = lazy(async () => ({
  default: (await import('@/components/device-flow/request-review')).RequestReview,
}))

type Step =
  | { name: 'code' }
  | { name: 'review'; code: string; request: DeviceRequestView }
  | { name: 'end'; outcome: Outcome; kind?: DeviceRequestView['token_kind'] }

/** Leads from the code that a device shows to the decision about its request. */
export function DeviceFlow({ policy, username }: { policy: FlowPolicy; username: string }) {
  const kept = useKeptCode()
  const [step, setStep] = useState<Step>({ name: 'code' })

  function end(outcome: Outcome, kind?: DeviceRequestView['token_kind']) {
    forgetCode()
    setStep({ name: 'end', outcome, ...(kind && { kind }) })
  }

  if (step.name === 'end') {
    return <FlowOutcome outcome={step.outcome} kind={step.kind} onAgain={() => setStep({ name: 'code' })} />
  }
  return (
    <>
      {step.name === 'code' ? (
        <CodeForm
          key={kept}
          prefilled={kept}
          onFound={(code, found) => {
            if (typeof found === 'string') end(found)
            else setStep({ name: 'review', code, request: found })
          }}
        />
      ) : (
        <Suspense>
          <RequestReview
            code={step.code}
            request={step.request}
            policy={policy}
            onEnd={(outcome) => end(outcome, step.request.token_kind)}
          />
        </Suspense>
      )}
      <FlowAccount username={username} />
    </>
  )
}
