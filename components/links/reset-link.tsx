'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import { useLinkSecrets } from '@/components/links/use-link-secrets'
import { WayOn } from '@/components/links/way-on'
import { FormMessage } from '@/components/ui/form-message'
import type { ResetCheck } from '@/lib/recovery/schema'

// A link that is of no use needs no form.
const ResetPasswordForm = lazy(async () => ({
  default: (await import('@/components/forms/reset-password-form')).ResetPasswordForm,
}))

/** What the link of a reset opens: the form, once it is known what would end, or why it is of no use. */
export function ResetLink({ lengthMin }: { lengthMin: number }) {
  const secrets = useLinkSecrets()
  const [found, setFound] = useState<ResetCheck>()
  const [message, setMessage] = useState<string>()
  const link = secrets && { uid: secrets.get('uid') ?? 'missing', token: secrets.get('token') ?? 'missing' }
  const { uid, token } = link ?? {}

  useEffect(() => {
    if (uid === undefined || token === undefined) return
    checkReset({ uid, token }).then(setFound, (error: unknown) => setMessage(problemMessage(error) ?? undefined))
  }, [uid, token])

  return (
    <>
      {link && found && (
        <Suspense>
          <ResetPasswordForm link={link} found={found} lengthMin={lengthMin} />
        </Suspense>
      )}
      <FormMessage message={message} />
      {message === undefined ? (
        <WayOn href="/login" label="Sign in" />
      ) : (
        <WayOn href="/forgot-password" label="Ask for a new link" />
      )}
    </>
  )
}

async function checkReset(body: { uid: string; token: string }): Promise<ResetCheck> {
  const [{ callApi }, { checkResetContract }] = await Promise.all([
    import('@/lib/http/client'),
    import('@/lib/recovery/contract'),
  ])
  return callApi(checkResetContract, { body })
}
