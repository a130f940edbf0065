'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { AccountFields } from '@/components/forms/account-fields'
import { enterNewAccount } from '@/components/forms/enter-new-account'
import { PageForm } from '@/components/forms/page-form'
import { useSubmit } from '@/components/forms/use-submit'
import { registerContract } from '@/lib/accounts/contract'
import { registerInput } from '@/lib/accounts/schema'
import { callApi } from '@/lib/http/client'

/** Creates an account and signs in. */
export function RegisterForm({ passwordLengthMin }: { passwordLengthMin: number }) {
  const router = useRouter()
  const form = useForm({ resolver: zodResolver(registerInput) })
  const submission = useSubmit(form, async (values) => {
    await callApi(registerContract, { body: values })
    router.replace(await enterNewAccount(values))
  })

  return (
    <PageForm submitLabel="Create the account" {...submission}>
      <AccountFields register={form.register} errors={form.formState.errors} passwordLengthMin={passwordLengthMin} />
    </PageForm>
  )
}
