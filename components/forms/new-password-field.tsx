'use client'

import { useEffect, useId, useState, type ComponentProps } from 'react'
import { describeStrength } from '@/components/forms/describe-strength'
import { loadEstimator } from '@/components/forms/estimate-password'
import { PasswordField } from '@/components/ui/form/password-field'
import { StrengthMeter } from '@/components/ui/form/strength-meter'

/** An estimate takes a moment in which nothing can be typed: it waits for a pause. */
const PAUSE_MS = 250

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
  const words = ownWords.filter((word) => word !== '').join('\n')
  const [estimate, setEstimate] = useState<{ of: string; score: number; warning: string } | null>(null)

  useEffect(() => {
    if (password === '') return
    let isOutdated = false
    const judge = async () => {
      const estimateOf = await loadEstimator()
      if (!isOutdated) setEstimate({ of: password, ...estimateOf(password, words.split('\n')) })
    }
    // Without it the server still says what it refuses.
    const timer = setTimeout(() => void judge().catch(() => null), PAUSE_MS)
    return () => {
      isOutdated = true
      clearTimeout(timer)
    }
  }, [password, words])

  const known = estimate?.of === password ? estimate : null
  return (
    <div className="grid gap-2">
      <PasswordField {...field} autoComplete="new-password" noteId={id} />
      <StrengthMeter id={id} {...describeStrength({ password, lengthMin, estimate: known })} />
    </div>
  )
}
