import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findSession } from '@/app/(auth)/find-session'
import { FormHeader } from '@/components/forms/form-header'
import { OtherDoor } from '@/components/forms/sign-in/other-door'
import { RegisterForm } from '@/components/forms/registration/register-form'
import { formsTexts } from '@/components/forms/texts'
import { OrLine } from '@/components/providers/or-line'
import { RegisterWithProvider } from '@/components/providers/register-with-provider'
import { shownProviders } from '@/app/(auth)/shown-providers'
import { captchaView } from '@/lib/domain/captcha/captcha-settings'
import { settings } from '@/lib/base/env'
import { landingPage } from '@/lib/edge/http/own-page'

const texts = formsTexts.registration

export function generateMetadata(): Metadata {
  return { title: settings().registration === 'closed' ? texts.closed.title : texts.title }
}

export default async function RegisterPage() {
  const signedIn = await findSession()
  if (signedIn) redirect(landingPage(signedIn))
  const { registration, PASSWORD_MIN_LENGTH, PASSWORD_SIGN_IN } = settings()
  const providers = shownProviders()
  if (registration === 'closed') {
    return (
      <>
        <FormHeader {...texts.closed} />
        <OtherDoor {...texts.signIn} href="/login" />
      </>
    )
  }
  return (
    <>
      <FormHeader title={texts.title} lead={registration === 'open' ? texts.lead : texts.leadByInvitation} />
      {PASSWORD_SIGN_IN === 'on' ? (
        <RegisterForm
          passwordLengthMin={PASSWORD_MIN_LENGTH}
          captcha={captchaView()}
          needsInvite={registration !== 'open'}
        >
          {providers.length > 0 && <OrLine />}
          {providers.length > 0 && <RegisterWithProvider providers={providers} />}
        </RegisterForm>
      ) : (
        <RegisterWithProvider providers={providers} />
      )}
      <OtherDoor {...texts.signIn} href="/login" />
    </>
  )
}
