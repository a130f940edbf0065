'use client'

import { useEffect, useId, useState, type ComponentProps } from 'react'
import { describeStrength } from '@/components/forms/describe-strength'
import { loadEstimator } from '@/components/forms/estimate-password'
import { PasswordField } from '@/components/ui/form/password-field'
import { StrengthMeter } from '@/components/ui/form/strength-meter'

/** An estimate blocks typing for a moment, so it waits for a pause. */
const PAUSE_MS = 250

interface NewPasswordFieldProps extends Omit<ComponentProps<typeof PasswordField>, 'hint' | 'autoComplete'> {
  /** The current value. */
  password: string
  lengthMin: number
  /** The account's own words, which an attacker would try first. */
  ownWords: readonly string[]
}

/** A field for choosing a password, with advice while typing. The server decides whether to accept it. */
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
    // If the estimator fails, the server still explains why it rejects a password.
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
