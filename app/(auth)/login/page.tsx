import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findSession } from '@/app/(auth)/find-session'
import { shownProviders } from '@/app/(auth)/shown-providers'
import { LoginForm } from '@/components/forms/sign-in/login-form'
import { SignInHead } from '@/components/forms/sign-in/sign-in-head'
import { OtherDoor } from '@/components/forms/sign-in/other-door'
import { formsTexts } from '@/components/forms/texts'
import { OrLine } from '@/components/providers/or-line'
import { ProviderButtons } from '@/components/providers/provider-buttons'
import { providerTexts } from '@/components/providers/texts'
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
  const next = ownPage(params.next)
  const { registration, PASSWORD_SIGN_IN: passwords } = settings()
  const providers = shownProviders()
  const buttons = <ProviderButtons providers={providers} input={next === null ? {} : { next }} />
  const head = <SignInHead lead={leadFor(params)} notice={noticeFor(params)} />
  const form = { next, captcha: captchaView() }
  if (passwords === 'on') {
    return (
      <LoginForm head={head} {...form}>
        {providers.length > 0 && <OrLine />}
        {providers.length > 0 && buttons}
        <OtherDoor {...texts.forgot} href="/forgot-password" />
        {registration === 'open' && <OtherDoor {...texts.register} href="/register" />}
      </LoginForm>
    )
  }
  return (
    <>
      {head}
      {buttons}
      {passwords === 'admins' && (
        <details className="mt-5 border-t border-line pt-4">
          <summary className="cursor-pointer text-muted">{providerTexts.adminsOnly}</summary>
          <div className="mt-4">
            <LoginForm head={null} {...form}>
              <OtherDoor {...texts.forgot} href="/forgot-password" />
            </LoginForm>
          </div>
        </details>
      )}
    </>
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
