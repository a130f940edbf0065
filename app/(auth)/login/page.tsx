import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findSession } from '@/app/(auth)/find-session'
import { LoginForm } from '@/components/forms/sign-in/login-form'
import { OtherDoor } from '@/components/forms/sign-in/other-door'
import { captchaView } from '@/lib/domain/captcha/captcha-settings'
import { settings } from '@/lib/base/env'
import { landingPage, ownPage } from '@/lib/edge/http/own-page'

export const metadata: Metadata = { title: 'Sign in' }

interface LoginParams {
  next?: unknown
  created?: string
  ended?: string
  deleted?: string
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<LoginParams> }) {
  const params = await searchParams
  const signedIn = await findSession()
  if (signedIn) redirect(landingPage(signedIn, params.next))
  return (
    <LoginForm lead={leadFor(params)} notice={noticeFor(params)} next={ownPage(params.next)} captcha={captchaView()}>
      <OtherDoor question="Forgot the password?" href="/forgot-password" label="Choose a new one" />
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

function noticeFor({ ended }: LoginParams): string | null {
  return ended === undefined ? null : 'You were signed out. Sign in again to continue where you left off.'
}
