'use client'

import { useDeferredValue, useEffect, useId, useState, type ComponentProps } from 'react'
import { describeStrength } from '@/components/forms/describe-strength'
import { loadEstimator } from '@/components/forms/estimate-password'
import { PasswordField } from '@/components/ui/password-field'
import { StrengthMeter } from '@/components/ui/strength-meter'

interface NewPasswordFieldProps extends Omit<ComponentProps<typeof PasswordField>, 'hint' | 'autoComplete'> {
  /** What is typed so far. */
  password: string
  lengthMin: number
  /** Words that an attacker would try first: the account's own. */
  ownWords: readonly string[]
}

/** A password that is being chosen, with advice that follows the typing. The server decides. */
export function NewPasswordField({ password, lengthMin, ownWords, ...field }: NewPasswordFieldProps) {
  const id = useId()
  const judged = useDeferredValue(password)
  const words = ownWords.filter((word) => word !== '').join('\n')
  const [estimate, setEstimate] = useState<{ of: string; score: number; warning: string } | null>(null)

  useEffect(() => {
    if (judged === '') return
    let isOutdated = false
    loadEstimator().then(
      (estimateOf) => {
        if (!isOutdated) setEstimate({ of: judged, ...estimateOf(judged, words.split('\n')) })
      },
      // Without it the server still says what it refuses.
      () => {},
    )
    return () => {
      isOutdated = true
    }
  }, [judged, words])

  const known = estimate?.of === password ? estimate : null
  return (
    <div className="grid gap-2">
      <PasswordField {...field} autoComplete="new-password" noteId={id} />
      <StrengthMeter id={id} {...describeStrength({ password, lengthMin, estimate: known })} />
    </div>
  )
}
