'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import { MissingLink } from '@/components/links/missing-link'
import { linksTexts } from '@/components/links/texts'
import { useLinkSecrets } from '@/components/links/use-link-secrets'
import { WayOn } from '@/components/links/way-on'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form/form-message'
import { ProblemError } from '@/lib/edge/client/problem-error'
import type { ResetCheck } from '@/lib/domain/recovery/schema'

// Loaded only for a valid link.
const fetchForm = () => import('@/components/forms/reset-password-form')
const ResetPasswordForm = lazy(async () => ({ default: (await fetchForm()).ResetPasswordForm }))

interface Refusal {
  message: string
  /** The link itself is invalid: the person needs a new one. */
  isFinal: boolean
}

/** Checks a reset link, and shows the form with what it would revoke, or why the link does not work. */
export function ResetLink({ lengthMin }: { lengthMin: number }) {
  const { secrets, forget } = useLinkSecrets()
  const [attempt, setAttempt] = useState(0)
  const [found, setFound] = useState<ResetCheck>()
  const [refusal, setRefusal] = useState<Refusal>()
  const { uid = null, token = null } = { uid: secrets?.get('uid'), token: secrets?.get('token') }
  const link = uid === null || token === null ? null : { uid, token }
  const isMissing = secrets !== null && link === null

  useEffect(() => {
    if (uid === null || token === null) return
    const open = async () => {
      try {
        const checked = await checkReset({ uid, token })
        setRefusal(undefined)
        setFound(checked)
      } catch (error) {
        const isFinal = error instanceof ProblemError && error.code === 'code_invalid'
        if (isFinal) forget()
        setFound(undefined)
        setRefusal({ message: (await problemMessage(error)) ?? '', isFinal })
      }
    }
    void open()
  }, [uid, token, attempt, forget])

  return (
    <>
      {link && found && (
        <Suspense>
          <ResetPasswordForm key={link.token} link={link} found={found} lengthMin={lengthMin} onDone={forget} />
        </Suspense>
      )}
      {isMissing && <MissingLink />}
      <FormMessage message={refusal?.message} />
      {refusal?.isFinal === false && (
        <Button onClick={() => setAttempt(attempt + 1)} className="mt-4 w-full">
          {linksTexts.tryAgain}
        </Button>
      )}
      {isMissing || refusal?.isFinal ? (
        <WayOn href="/forgot-password" label={linksTexts.requestNewLink} />
      ) : (
        <WayOn href="/login" label={linksTexts.signIn} />
      )}
    </>
  )
}

async function checkReset(body: { uid: string; token: string }): Promise<ResetCheck> {
  const [{ callApi }, { checkResetContract }] = await Promise.all([
    import('@/lib/edge/client/client'),
    import('@/lib/domain/recovery/contract'),
  ])
  const found = await callApi(checkResetContract, { body })
  await fetchForm()
  return found
}
