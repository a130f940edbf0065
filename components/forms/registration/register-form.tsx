'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useCaptcha } from '@/components/captcha/use-captcha'
import { AccountFields } from '@/components/forms/registration/account-fields'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { PageForm } from '@/components/forms/page-form'
import { formsTexts } from '@/components/forms/texts'
import { useSubmit } from '@/components/forms/use-submit'
import { MissingLink } from '@/components/links/missing-link'
import { useLinkSecrets } from '@/components/links/use-link-secrets'
import { FormOutcome } from '@/components/ui/form/form-outcome'
import type { CaptchaView } from '@/lib/domain/captcha/schema'

const fetchSchema = async () => (await import('@/lib/domain/accounts/schema')).registerInput
const texts = formsTexts.registration

interface RegisterFormProps {
  passwordLengthMin: number
  captcha: CaptchaView
  /** Registration requires the link of an invitation. */
  needsInvite: boolean
  /** Other ways to create an account, shown below the form. */
  children: ReactNode
}

/** Creates an account and signs in, or asks the person to check their email first. */
export function RegisterForm({ passwordLengthMin, captcha, needsInvite, children }: RegisterFormProps) {
  const router = useRouter()
  const { secrets, forget } = useLinkSecrets()
  const [outcome, setOutcome] = useState<string>()
  const { field, answer } = useCaptcha(captcha, 'register')
  const form = useForm({ resolver: fetchedResolver(fetchSchema) })
  const typed = useWatch({ control: form.control })
  const submission = useSubmit(form, async (values) => {
    const invite = secrets?.get('invite') ?? undefined
    const { registerAccount } = await import('@/components/forms/registration/create-account')
    const input = { ...values, ...(invite !== undefined && { invite }), ...(await answer()) }
    const page = await registerAccount(input)
    forget()
    if (page === null) setOutcome(texts.checkInbox(values.email))
    else router.replace(page)
  })

  if (outcome !== undefined) return <FormOutcome message={outcome} />
  if (needsInvite && secrets !== null && !secrets.has('invite')) return <MissingLink what="invitation" />
  return (
    <>
      <PageForm submitLabel={texts.submit} {...submission}>
        <AccountFields
          register={form.register}
          typed={typed}
          errors={form.formState.errors}
          passwordLengthMin={passwordLengthMin}
        />
        {field}
      </PageForm>
      {children}
    </>
  )
}
