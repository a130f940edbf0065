import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findSession } from '@/app/(auth)/find-session'
import { FormHeader } from '@/components/forms/form-header'
import { OtherDoor } from '@/components/forms/sign-in/other-door'
import { RegisterForm } from '@/components/forms/registration/register-form'
import { formsTexts } from '@/components/forms/texts'
import { OrLine } from '@/components/providers/or-line'
import { RegisterWithProvider } from '@/components/providers/register-with-provider'
import { providersForNewcomers } from '@/app/(auth)/shown-providers'
import { captchaView } from '@/lib/domain/captcha/captcha-settings'
import { settings } from '@/lib/base/env'
import { landingPage } from '@/lib/edge/http/own-page'

const texts = formsTexts.registration

export function generateMetadata(): Metadata {
  return { title: isClosed() ? texts.closed.title : texts.title }
}

export default async function RegisterPage() {
  const signedIn = await findSession()
  if (signedIn) redirect(landingPage(signedIn))
  const { registration, PASSWORD_MIN_LENGTH, PASSWORD_SIGN_IN } = settings()
  const providers = providersForNewcomers()
  if (isClosed()) {
    return (
      <>
        <FormHeader {...texts.closed} />
        <OtherDoor {...texts.signIn} href="/login" />
      </>
    )
  }
  const needsInvite = registration !== 'open'
  return (
    <>
      <FormHeader title={texts.title} lead={needsInvite ? texts.leadByInvitation : texts.lead} />
      {PASSWORD_SIGN_IN === 'on' ? (
        <RegisterForm passwordLengthMin={PASSWORD_MIN_LENGTH} captcha={captchaView()} needsInvite={needsInvite}>
          {providers.length > 0 && <OrLine />}
          {providers.length > 0 && <RegisterWithProvider providers={providers} needsInvite={needsInvite} />}
        </RegisterForm>
      ) : (
        <RegisterWithProvider providers={providers} needsInvite={needsInvite} />
      )}
      <OtherDoor {...texts.signIn} href="/login" />
    </>
  )
}

/** Whether no page can create an account: with a password where those are on, or at a provider. */
function isClosed(): boolean {
  const { registration, PASSWORD_SIGN_IN } = settings()
  return registration === 'closed' || (PASSWORD_SIGN_IN !== 'on' && providersForNewcomers().length === 0)
}
