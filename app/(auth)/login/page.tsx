import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { hasSession } from '@/app/(auth)/has-session'
import { FormHeader } from '@/components/forms/form-header'
import { LoginForm } from '@/components/forms/login-form'
import { OtherDoor } from '@/components/forms/other-door'
import { settings } from '@/lib/env'

export const metadata: Metadata = { title: 'Sign in' }

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ created?: string }> }) {
  if (await hasSession()) redirect('/settings/tokens')
  const isNew = (await searchParams).created !== undefined
  return (
    <>
      <FormHeader
        title="Sign in"
        lead={
          isNew ? 'Your account is ready. Sign in with it.' : 'With the username or the e-mail address of your account.'
        }
      />
      <LoginForm />
      {settings().registration === 'open' && (
        <OtherDoor question="New here?" href="/register" label="Create an account" />
      )}
    </>
  )
}
