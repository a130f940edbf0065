'use client'

import { useForm } from 'react-hook-form'
import type { Outcome } from '@/components/device-flow/send-decision'
import { deviceFlowTexts } from '@/components/device-flow/texts'
import { fetchedResolver } from '@/components/forms/fetched-resolver'
import { FormHeader } from '@/components/forms/form-header'
import { PageForm } from '@/components/forms/page-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { TextField } from '@/components/ui/form/text-field'
import type { DeviceRequestView } from '@/lib/domain/device-flow/schema'
import { foldUserCode, shownUserCode } from '@/lib/base/schema/user-code'

const fetchSchema = async () => (await import('@/lib/domain/device-flow/schema')).lookupDeviceInput
const texts = deviceFlowTexts.code

interface CodeFormProps {
  /** The code that came with the link to this page; empty if the person has to type it. */
  prefilled: string
  onFound: (code: string, found: DeviceRequestView | Outcome) => void
}

/** Asks for the code that a device shows. A code from a link counts only once the person has compared it. */
export function CodeForm({ prefilled, onFound }: CodeFormProps) {
  const callSignedIn = useCallSignedIn()
  const form = useForm({ resolver: fetchedResolver(fetchSchema), defaultValues: { user_code: prefilled } })
  const submission = useSubmit(form, async ({ user_code }) => {
    const [{ lookUp }] = await Promise.all([
      import('@/components/device-flow/send-decision'),
      import('@/components/device-flow/request-review'),
    ])
    onFound(shownUserCode(foldUserCode(user_code) ?? ''), await lookUp(callSignedIn, user_code))
  })

  return (
    <>
      <FormHeader title={deviceFlowTexts.title} lead={texts.lead} />
      <PageForm submitLabel={prefilled === '' ? texts.submit : texts.submitPrefilled} {...submission}>
        <TextField
          label={texts.field}
          hint={prefilled === '' ? texts.hint : texts.prefilled}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={prefilled}
          error={form.formState.errors.user_code?.message}
          className="text-center font-mono text-heading! tracking-widest uppercase"
          {...form.register('user_code')}
        />
      </PageForm>
    </>
  )
}
