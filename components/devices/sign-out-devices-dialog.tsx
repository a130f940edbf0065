'use client'

import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { devicesTexts } from '@/components/devices/texts'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { logoutAllContract } from '@/lib/domain/sessions/contract'
import type { DeviceView } from '@/lib/domain/sessions/schema'
import { revokeTokensContract } from '@/lib/domain/tokens/contract'

const { signOut } = devicesTexts

/** The devices to sign out, or all except the current one. */
export type SignOutChoice = readonly Pick<DeviceView, 'id' | 'name'>[] | 'others'

interface SignOutFormProps {
  choice: SignOutChoice
  onDismiss: () => void
}

interface SignOutDevicesDialogProps extends SignOutFormProps {
  onClosed: () => void
}

/** Asks for confirmation before signing out devices, and explains the effect. */
export function SignOutDevicesDialog({ choice, onDismiss, onClosed }: SignOutDevicesDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={titleOf(choice)}
      lead={leadOf(choice)}
    >
      <SignOutForm choice={choice} onDismiss={onDismiss} />
    </Dialog>
  )
}

function SignOutForm({ choice, onDismiss }: SignOutFormProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const form = useForm()
  const submission = useSubmit(form, async () => {
    const { revoked } =
      choice === 'others'
        ? await callSignedIn(logoutAllContract, { body: { keep_current: true } })
        : await callSignedIn(revokeTokensContract, { body: { ids: choice.map(({ id }) => id) } })
    router.refresh()
    onDismiss()
    announce(signOut.done(revoked))
  })
  return (
    <DialogForm submitLabel={submitLabelOf(choice)} submitVariant="danger" onCancel={onDismiss} {...submission}>
      {choice !== 'others' && choice.length > 1 && (
        <ul className="grid max-h-48 list-disc gap-1 overflow-auto pl-5 marker:text-faint">
          {choice.map(({ id, name }) => (
            <li key={id} className="wrap-anywhere">
              {name}
            </li>
          ))}
        </ul>
      )}
    </DialogForm>
  )
}

/** Names one device, and counts several. */
function titleOf(choice: SignOutChoice): string {
  if (choice === 'others') return signOut.titleOfOthers
  const [first, ...rest] = choice
  return first !== undefined && rest.length === 0 ? signOut.titleOf(first.name) : signOut.titleOfSeveral(choice.length)
}

function leadOf(choice: SignOutChoice): string {
  if (choice === 'others') return signOut.leadOfOthers
  return choice.length === 1 ? signOut.leadOfOne : signOut.leadOfSeveral
}

function submitLabelOf(choice: SignOutChoice): string {
  if (choice === 'others') return signOut.submitOthers
  return choice.length === 1 ? signOut.submitOne : signOut.submitSeveral(choice.length)
}
