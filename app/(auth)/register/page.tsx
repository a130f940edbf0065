import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findSession } from '@/app/(auth)/find-session'
import { FormHeader } from '@/components/forms/form-header'
import { OtherDoor } from '@/components/forms/sign-in/other-door'
import { RegisterForm } from '@/components/forms/registration/register-form'
import { captchaView } from '@/lib/domain/captcha/captcha-settings'
import { settings } from '@/lib/base/env'
import { landingPage } from '@/lib/edge/http/own-page'

export const metadata: Metadata = { title: 'Create an account' }

const LEAD = 'For the tokens of your programs and devices.'

export default async function RegisterPage() {
  const signedIn = await findSession()
  if (signedIn) redirect(landingPage(signedIn))
  const { registration, PASSWORD_MIN_LENGTH } = settings()
  if (registration === 'closed') {
    return (
      <>
        <FormHeader
          title="Registration is closed"
          lead="New accounts are not taken here at the moment. Ask the people who run this server for one."
        />
        <OtherDoor question="Already have an account?" href="/login" label="Sign in" />
      </>
    )
  }
  return (
    <>
      <FormHeader
        title="Create an account"
        lead={registration === 'open' ? LEAD : `${LEAD} It takes the link of an invitation.`}
      />
      <RegisterForm
        passwordLengthMin={PASSWORD_MIN_LENGTH}
        captcha={captchaView()}
        needsInvite={registration !== 'open'}
      />
      <OtherDoor question="Already have an account?" href="/login" label="Sign in" />
    </>
  )
}
