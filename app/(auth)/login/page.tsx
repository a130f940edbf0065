import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { hasSession } from '@/app/(auth)/has-session'
import { LoginForm } from '@/components/forms/login-form'
import { OtherDoor } from '@/components/forms/other-door'
import { settings } from '@/lib/env'

export const metadata: Metadata = { title: 'Sign in' }

interface LoginParams {
  created?: string
  deleted?: string
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<LoginParams> }) {
  if (await hasSession()) redirect('/settings/tokens')
  return (
    <LoginForm lead={leadFor(await searchParams)}>
      {settings().registration === 'open' && (
        <OtherDoor question="New here?" href="/register" label="Create an account" />
      )}
    </LoginForm>
  )
}

function leadFor({ created, deleted }: LoginParams): string {
  if (created !== undefined) return 'Your account is ready. Sign in with it.'
  if (deleted !== undefined) return 'Your account is gone, with everything that could act for it.'
  return 'With the username or the e-mail address of your account.'
}
