import type { Metadata } from 'next'
import { FormHeader } from '@/components/forms/form-header'
import { ResetLink } from '@/components/links/reset-link'
import { settings } from '@/lib/base/env'

export const metadata: Metadata = { title: 'Choose a new password' }

export default function ResetPasswordPage() {
  return (
    <>
      <FormHeader title="Choose a new password" lead="Every browser and program that is signed in is signed out." />
      <ResetLink lengthMin={settings().PASSWORD_MIN_LENGTH} />
    </>
  )
}
