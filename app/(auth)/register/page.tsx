import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { hasSession } from '@/app/(auth)/has-session'
import { FormHeader } from '@/components/forms/form-header'
import { OtherDoor } from '@/components/forms/other-door'
import { RegisterForm } from '@/components/forms/register-form'
import { settings } from '@/lib/env'

export const metadata: Metadata = { title: 'Create an account' }

export default async function RegisterPage() {
  if (await hasSession()) redirect('/settings/tokens')
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
      <FormHeader title="Create an account" lead="For the tokens of your programs and devices." />
      <RegisterForm passwordLengthMin={PASSWORD_MIN_LENGTH} />
      <OtherDoor question="Already have an account?" href="/login" label="Sign in" />
    </>
  )
}
