'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { PageForm } from '@/components/forms/page-form'
import { useSubmit } from '@/components/forms/use-submit'
import { PasswordField } from '@/components/ui/password-field'
import { TextField } from '@/components/ui/text-field'
import { callApi } from '@/lib/http/client'
import { startSessionContract } from '@/lib/sessions/contract'
import { signInInput } from '@/lib/sessions/schema'

/** Signs the browser in. The server takes an e-mail address in the place of the username. */
export function LoginForm() {
  const router = useRouter()
  const form = useForm({ resolver: zodResolver(signInInput) })
  const { errors } = form.formState
  const submission = useSubmit(form, async (values) => {
    await callApi(startSessionContract, { body: values })
    router.replace('/settings/tokens')
  })

  return (
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
    </PageForm>
  )
}
