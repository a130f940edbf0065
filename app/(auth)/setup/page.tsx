import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SetupForm } from '@/components/forms/registration/setup-form'
import { FormHeader } from '@/components/forms/form-header'
import { formsTexts } from '@/components/forms/texts'
import { SetupWithProvider } from '@/components/providers/setup-with-provider'
import { shownProviders } from '@/app/(auth)/shown-providers'
import { isSetupOpen } from '@/lib/domain/accounts/registration/is-setup-open'
import { settings } from '@/lib/base/env'

const texts = formsTexts.setup

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await isSetupOpen()) ? texts.pageTitle : texts.closed.title }
}

export default async function SetupPage() {
  if (!(await isSetupOpen())) notFound()
  const { PASSWORD_SIGN_IN, PASSWORD_MIN_LENGTH } = settings()
  return (
    <>
      <FormHeader title={texts.title} lead={texts.lead} />
      {PASSWORD_SIGN_IN === 'off' ? (
        <SetupWithProvider providers={shownProviders()} />
      ) : (
        <SetupForm passwordLengthMin={PASSWORD_MIN_LENGTH} />
      )}
    </>
  )
}
