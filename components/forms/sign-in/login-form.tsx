'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { useCaptcha } from '@/components/captcha/use-captcha'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { PageForm } from '@/components/forms/page-form'
import { SignOutStep } from '@/components/forms/sign-in/sign-out-step'
import { formsTexts } from '@/components/forms/texts'
import { useSubmit } from '@/components/forms/use-submit'
import { PasswordField } from '@/components/ui/form/password-field'
import { TextField } from '@/components/ui/form/text-field'
import type { CaptchaView } from '@/lib/domain/captcha/schema'
import type { SessionChoices } from '@/lib/domain/sessions/schema'

const fetchSchema = async () => (await import('@/lib/domain/sessions/schema')).signInInput
const texts = formsTexts.signIn

interface LoginFormProps {
  /** What stands above the fields; null where the page says it already. */
  head: ReactNode
  /** The page to return to. */
  next: string | null
  captcha: CaptchaView
  /** Other ways in, shown below the credentials form. */
  children: ReactNode
}

/**
 * Signs the browser in. The server accepts an email address in place of the username. It may ask first which sessions
 * to sign out; the form keeps what was typed meanwhile.
 */
export function LoginForm({ head, next, captcha, children }: LoginFormProps) {
  const router = useRouter()
  const [choices, setChoices] = useState<SessionChoices | null>(null)
  const form = useForm({ resolver: fetchedResolver(fetchSchema) })
  const { errors } = form.formState
  const { field, answer } = useCaptcha(captcha, 'login')
  const submission = useSubmit(form, async (input) => {
    const { startSession } = await import('@/components/forms/sign-in/start-session')
    const answered = await startSession({ ...input, ...(await answer()) })
    if (typeof answered !== 'string') {
      setChoices(answered)
      return 'again'
    }
    router.replace(next ?? answered)
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
      {head}
      <PageForm submitLabel={texts.submit} {...submission}>
        <TextField
          label={texts.name}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.username?.message}
          {...form.register('username')}
        />
        <PasswordField
          label={texts.password}
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
