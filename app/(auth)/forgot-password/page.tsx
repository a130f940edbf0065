import type { Metadata } from 'next'
import { ForgotPasswordForm } from '@/components/forms/forgot-password-form'
import { FormHeader } from '@/components/forms/form-header'
import { OtherDoor } from '@/components/forms/sign-in/other-door'
import { captchaView } from '@/lib/domain/captcha/captcha-settings'

export const metadata: Metadata = { title: 'Forgotten password' }

export default function ForgotPasswordPage() {
  return (
    <>
      <FormHeader title="Forgotten password" lead="A link to choose a new one goes to the address of your account." />
      <ForgotPasswordForm captcha={captchaView()} />
      <OtherDoor question="You remember it?" href="/login" label="Sign in" />
    </>
  )
}
