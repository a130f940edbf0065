'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { useCaptcha } from '@/components/captcha/use-captcha'
import { FormHeader } from '@/components/forms/form-header'
import { PageForm } from '@/components/forms/page-form'
import { sessionChoicesOf } from '@/components/forms/session-choices-of'
import { SignOutStep } from '@/components/forms/sign-out-step'
import { useSubmit } from '@/components/forms/use-submit'
import { PasswordField } from '@/components/ui/password-field'
import { TextField } from '@/components/ui/text-field'
import type { CaptchaView } from '@/lib/captcha/schema'
import { callApi } from '@/lib/http/client'
import { startSessionContract } from '@/lib/sessions/contract'
import { signInInput, type SessionChoices } from '@/lib/sessions/schema'

interface LoginFormProps {
  lead: string
  /** The page that the visitor was on the way to. */
  next: string | null
  captcha: CaptchaView
  /** Where else one can go, while the credentials are asked for. */
  children: ReactNode
}

/**
 * Signs the browser in. The server takes an e-mail address in the place of the username, and
 * may ask first what is to be signed out for it; what was typed waits meanwhile.
 */
export function LoginForm({ lead, next, captcha, children }: LoginFormProps) {
  const router = useRouter()
  const [choices, setChoices] = useState<SessionChoices | null>(null)
  const form = useForm({ resolver: zodResolver(signInInput) })
  const { errors } = form.formState
  const { field, answer } = useCaptcha(captcha, 'login')
  const submission = useSubmit(form, async (input) => {
    try {
      const body = { ...input, ...(await answer()) }
      const { user } = await callApi(startSessionContract, { body })
      router.replace(next ?? (user.is_admin ? '/admin' : '/settings/tokens'))
    } catch (error) {
      setChoices(sessionChoicesOf(error))
      return 'again'
    }
    return
  })

  function goBack() {
    setChoices(null)
    form.setValue('sign_out', undefined)
    form.clearErrors()
  }

  if (choices !== null) {
    return (
      <>
        <SignOutStep
          choices={choices}
          onChoose={(ids) => form.setValue('sign_out', ids)}
          onBack={goBack}
          submission={submission}
        />
        {field}
      </>
    )
  }
  return (
    <>
      <FormHeader title="Sign in" lead={lead} />
      <PageForm submitLabel="Sign in" {...submission}>
        <TextField
          label="Username or e-mail address"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.username?.message}
          {...form.register('username')}
        />
        <PasswordField
          label="Password"
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register('password')}
        />
        {field}
      </PageForm>
      {children}
    </>
  )
}
