'use client'

import Link from 'next/link'
import type { Outcome } from '@/components/device-flow/send-decision'
import { StepHeader } from '@/components/forms/step-header'
import { deviceFlowTexts } from '@/components/device-flow/texts'
import { Button } from '@/components/ui/button'
import type { DeviceRequestView } from '@/lib/domain/device-flow/schema'

interface FlowOutcomeProps {
  outcome: Outcome
  /** What the app asked for; undefined if the code led to no request. */
  kind: DeviceRequestView['token_kind'] | undefined
  onAgain: () => void
}

/** How a request ended, and where to go from there. */
export function FlowOutcome({ outcome, kind, onAgain }: FlowOutcomeProps) {
  const isToken = kind === 'personal'
  return (
    <>
      <StepHeader {...deviceFlowTexts.outcomes[outcome]} />
      {(outcome === 'expired' || outcome === 'decided') && (
        <Button variant="primary" onClick={onAgain} className="w-full">
          {deviceFlowTexts.again}
        </Button>
      )}
      <p className="mt-5 border-t border-line pt-4">
        <Link
          href={isToken ? '/settings/tokens' : '/settings/devices'}
          className="rounded-tag font-medium text-accent underline underline-offset-3"
        >
          {isToken ? deviceFlowTexts.tokens : deviceFlowTexts.devices}
        </Link>
      </p>
    </>
  )
}
