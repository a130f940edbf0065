'use client'

import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { logoutAllContract } from '@/lib/domain/sessions/contract'
import type { DeviceView } from '@/lib/domain/sessions/schema'
import { revokeTokensContract } from '@/lib/domain/tokens/contract'

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
  const isOne = choice !== 'others' && choice.length === 1
  const subject = isOne ? 'It is refused' : 'They are refused'
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={`Sign out ${choice === 'others' ? 'all other devices' : devicesInWords(choice)}?`}
      lead={`${subject} from the next request on, until somebody signs in there again. ${choice === 'others' ? 'This device stays signed in, and your tokens go on working.' : 'Your tokens go on working.'}`}
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
    announce(revoked === 1 ? '1 device is signed out.' : `${revoked} devices are signed out.`)
  })
  return (
    <DialogForm submitLabel="Sign out" submitVariant="danger" onCancel={onDismiss} {...submission}>
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

/** One device by its name, several by their number. */
function devicesInWords(devices: readonly { name: string }[]): string {
  const [first, ...rest] = devices
  return first !== undefined && rest.length === 0 ? first.name : `${devices.length} devices`
}
