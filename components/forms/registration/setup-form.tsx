'use client'

import { useRouter } from 'next/navigation'
import { useForm, useWatch } from 'react-hook-form'
import { AccountFields } from '@/components/forms/registration/account-fields'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { PageForm } from '@/components/forms/page-form'
import { formsTexts } from '@/components/forms/texts'
import { useSubmit } from '@/components/forms/use-submit'
import { TextField } from '@/components/ui/form/text-field'

const fetchSchema = async () => (await import('@/lib/domain/accounts/schema')).setupInput
const texts = formsTexts.setup

/** Creates the first administrator and signs in. */
export function SetupForm({ passwordLengthMin }: { passwordLengthMin: number }) {
  const router = useRouter()
  const form = useForm({ resolver: fetchedResolver(fetchSchema) })
  const { errors } = form.formState
  const typed = useWatch({ control: form.control })
  const submission = useSubmit(form, async (values) => {
    const { completeSetup } = await import('@/components/forms/registration/create-account')
    router.replace(await completeSetup(values))
  })

  return (
    <PageForm submitLabel={texts.submit} {...submission}>
      <TextField
        label={texts.code}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="font-mono"
        hint={texts.codeHint}
        error={errors.setup_code?.message}
        {...form.register('setup_code')}
      />
      <AccountFields register={form.register} typed={typed} errors={errors} passwordLengthMin={passwordLengthMin} />
    </PageForm>
  )
}
