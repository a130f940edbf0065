import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SetupForm } from '@/components/forms/registration/setup-form'
import { FormHeader } from '@/components/forms/form-header'
import { isSetupOpen } from '@/lib/domain/accounts/registration/is-setup-open'
import { settings } from '@/lib/base/env'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await isSetupOpen()) ? 'Set up' : 'Nothing is here' }
}

export default async function SetupPage() {
  if (!(await isSetupOpen())) notFound()
  return (
    <>
      <FormHeader
        title="Set up Latchkey"
        lead="Create the first account. It will be the administrator of this server."
      />
      <SetupForm passwordLengthMin={settings().PASSWORD_MIN_LENGTH} />
    </>
  )
}
