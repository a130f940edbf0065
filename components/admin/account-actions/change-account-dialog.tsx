'use client'

import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import type { AccountDialogProps } from '@/components/admin/account-actions/account-dialogs'
import { changeWords, type AccountChange } from '@/components/admin/account-actions/change-words'
import { useChangeAccount } from '@/components/admin/account-actions/use-change-account'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { useSubmit } from '@/components/forms/use-submit'
import { useDirectAction } from '@/components/shell/use-direct-action'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'

const texts = adminAccountsTexts.actions

interface ChangeAccountDialogProps extends AccountDialogProps {
  change: AccountChange
}

/** Asks for confirmation before changing what an account may do, explains the effect, and offers to undo it. */
export function ChangeAccountDialog({ change, account, onDismiss, onClosed }: ChangeAccountDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const changeAccount = useChangeAccount()
  const act = useDirectAction()
  const form = useForm()
  const words = changeWords(change, account.username)

  async function undo() {
    await changeAccount(account, words.back)
    return words.undone
  }

  const submission = useSubmit(form, async () => {
    await changeAccount(account, words.change)
    router.refresh()
    onDismiss()
    announce(words.done, {
      label: texts.undo,
      otherWay: texts.undoOtherWay(account.username),
      onChoose: () => void act(undo),
    })
  })

  return (
    <Dialog role="alertdialog" isOpen onDismiss={onDismiss} onClosed={onClosed} title={words.title} lead={words.lead}>
      <DialogForm
        submitLabel={words.submitLabel}
        submitVariant={words.submitVariant}
        onCancel={onDismiss}
        {...submission}
      >
        {words.means.length > 0 && (
          <ul className="grid list-disc gap-1 pl-5 marker:text-faint">
            {words.means.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </DialogForm>
    </Dialog>
  )
}
