'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useForm, useWatch } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import type { TokenDialogProps } from '@/components/tokens/actions/token-dialogs'
import { ScopeField } from '@/components/tokens/create/scope-field'
import { tokenPageTexts } from '@/components/tokens/texts-page'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { updateTokenContract } from '@/lib/domain/tokens/contract'
import { updateTokenInput } from '@/lib/domain/tokens/schema'

const words = tokenPageTexts.editScopes

/** Changes what a token may do; its key stays the same. */
export function EditScopesDialog({ tokens: [token], policy, onDismiss, onClosed }: TokenDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  // A scope that the deployment no longer offers can only be removed.
  const offered = [...new Set([...policy.scopes, ...token.scopes])]
  const form = useForm({ resolver: zodResolver(updateTokenInput), defaultValues: { scopes: token.scopes } })
  const { scopes = [] } = useWatch({ control: form.control })
  const submission = useSubmit(form, async (input) => {
    await callSignedIn(updateTokenContract, { params: { id: token.id }, body: input })
    router.refresh()
    onDismiss()
    announce(words.done(token.name))
  })

  function choose(chosen: string[]) {
    form.setValue('scopes', chosen)
    form.clearErrors('scopes')
  }

  return (
    <Dialog isOpen onDismiss={onDismiss} onClosed={onClosed} title={words.title(token.name)} lead={words.lead}>
      <DialogForm submitLabel={words.submit} onCancel={onDismiss} {...submission}>
        <ScopeField offered={offered} chosen={scopes} onChange={choose} error={form.formState.errors.scopes?.message} />
      </DialogForm>
    </Dialog>
  )
}
