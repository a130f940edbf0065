import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findSession } from '@/app/(auth)/find-session'
import { LoginForm } from '@/components/forms/sign-in/login-form'
import { OtherDoor } from '@/components/forms/sign-in/other-door'
import { formsTexts } from '@/components/forms/texts'
import { captchaView } from '@/lib/domain/captcha/captcha-settings'
import { settings } from '@/lib/base/env'
import { landingPage, ownPage } from '@/lib/edge/http/own-page'

const texts = formsTexts.signIn

export const metadata: Metadata = { title: texts.title }

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
      <OtherDoor {...texts.forgot} href="/forgot-password" />
      {settings().registration === 'open' && <OtherDoor {...texts.register} href="/register" />}
    </LoginForm>
  )
}

function leadFor({ created, deleted }: LoginParams): string | null {
  if (created !== undefined) return texts.accountCreated
  if (deleted !== undefined) return texts.accountDeleted
  return null
}

function noticeFor({ ended }: LoginParams): string | null {
  return ended === undefined ? null : texts.signedOut
}
