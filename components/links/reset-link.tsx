'use client'

import { useEffect, useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import { ResetPasswordForm } from '@/components/forms/reset-password-form'
import { useLinkSecrets } from '@/components/links/use-link-secrets'
import { WayOn } from '@/components/links/way-on'
import { FormMessage } from '@/components/ui/form-message'
import { callApi } from '@/lib/http/client'
import { checkResetContract } from '@/lib/recovery/contract'
import type { ResetCheck } from '@/lib/recovery/schema'

/** What the link of a reset opens: the form, once it is known what would end, or why it is of no use. */
export function ResetLink({ lengthMin }: { lengthMin: number }) {
  const secrets = useLinkSecrets()
  const [found, setFound] = useState<ResetCheck>()
  const [message, setMessage] = useState<string>()
  const link = secrets && { uid: secrets.get('uid') ?? 'missing', token: secrets.get('token') ?? 'missing' }
  const { uid, token } = link ?? {}

  useEffect(() => {
    if (uid === undefined || token === undefined) return
    callApi(checkResetContract, { body: { uid, token } }).then(setFound, (error: unknown) =>
      setMessage(problemMessage(error) ?? undefined),
    )
  }, [uid, token])

  return (
    <>
      {link && found && <ResetPasswordForm link={link} found={found} lengthMin={lengthMin} />}
      <FormMessage message={message} />
      {message === undefined ? (
        <WayOn href="/login" label="Sign in" />
      ) : (
        <WayOn href="/forgot-password" label="Ask for a new link" />
      )}
    </>
  )
}
