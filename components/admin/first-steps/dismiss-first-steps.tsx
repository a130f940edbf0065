'use client'

import { useRef } from 'react'
import { firstStepsTexts } from '@/components/admin/texts-first-steps'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useDirectAction } from '@/components/shell/use-direct-action'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'

const texts = firstStepsTexts.dismiss

/** Hides the checklist, for this administrator only. */
export function DismissFirstSteps() {
  const act = useDirectAction()
  const callSignedIn = useCallSignedIn()
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)

  async function dismiss() {
    const { dismissChecklistContract } = await import('@/lib/domain/admin/checklist/contract')
    await callSignedIn(dismissChecklistContract, { body: { dismissed: true } })
    return texts.done
  }

  return (
    <Button ref={button} variant="ghost" onClick={() => act(dismiss)}>
      {texts.label}
    </Button>
  )
}
