import { useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { deny, type Outcome } from '@/components/device-flow/send-decision'
import { showProblem } from '@/components/forms/show-problem'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'

/** Denies the request of a code. If that fails, the form says why. */
export function useDeny<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  code: string,
  onEnd: (outcome: Outcome) => void,
) {
  const callSignedIn = useCallSignedIn()
  const [isDenying, setIsDenying] = useState(false)

  async function onDeny() {
    if (isDenying) return
    setIsDenying(true)
    try {
      onEnd(await deny(callSignedIn, code))
    } catch (error) {
      setIsDenying(false)
      await showProblem(form, error, [])
    }
  }

  return { isDenying, onDeny }
}
