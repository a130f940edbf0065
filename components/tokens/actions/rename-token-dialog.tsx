'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import type { TokenDialogProps } from '@/components/tokens/actions/token-dialogs'
import { tokensTexts } from '@/components/tokens/texts'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { TextField } from '@/components/ui/form/text-field'
import { updateTokenContract } from '@/lib/domain/tokens/contract'
import { updateTokenInput, type TokenView } from '@/lib/domain/tokens/schema'

const words = tokensTexts.rename

interface RenameTokenDialogProps extends Pick<TokenDialogProps, 'onDismiss' | 'onClosed'> {
  tokens: readonly [Pick<TokenView, 'id' | 'name'>, ...unknown[]]
  /** Explains what the new name affects. */
  lead?: string
}

/** Renames a token; its key stays the same. */
export function RenameTokenDialog({ tokens: [token], lead = words.lead, onDismiss, onClosed }: RenameTokenDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const form = useForm({ resolver: zodResolver(updateTokenInput), defaultValues: { name: token.name } })
  const submission = useSubmit(
    form,
    async (input) => {
      const { name } = await callSignedIn(updateTokenContract, { params: { id: token.id }, body: input })
      router.refresh()
      onDismiss()
      announce(words.done(token.name, name))
    },
    `rename:${token.id}`,
  )
  return (
    <Dialog isOpen onDismiss={onDismiss} onClosed={onClosed} title={words.title(token.name)} lead={lead}>
      <DialogForm submitLabel={words.submit} onCancel={onDismiss} {...submission}>
        <TextField
          label={words.name}
          autoComplete="off"
          error={form.formState.errors.name?.message}
          {...form.register('name')}
        />
      </DialogForm>
    </Dialog>
  )
}
