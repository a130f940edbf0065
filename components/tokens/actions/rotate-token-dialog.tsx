'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { KeyDialog } from '@/components/tokens/key/key-dialog'
import type { TokenDialogProps } from '@/components/tokens/actions/token-dialogs'
import { Chip } from '@/components/ui/form/chip'
import { ChipGroup } from '@/components/ui/form/chip-group'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { formatInstant } from '@/components/ui/time/format-instant'
import { useNow } from '@/components/ui/time/now-provider'
import { useTimeZone } from '@/components/ui/time/use-time-zone'
import { rotateTokenContract } from '@/lib/domain/tokens/contract'
import { rotateTokenInput, type IssuedToken } from '@/lib/domain/tokens/schema'
import { DAY_SECONDS } from '@/lib/base/durations'

const GRACES = [
  { seconds: 0, label: 'At once' },
  { seconds: 3_600, label: 'In 1 hour' },
  { seconds: DAY_SECONDS, label: 'In 24 hours' },
]

/** Gives a token a new key. The old key can keep working for a while, so that programs can be updated. */
export function RotateTokenDialog({ tokens: [token], policy, onDismiss, onClosed }: TokenDialogProps) {
  const router = useRouter()
  const [isAsking, setIsAsking] = useState(true)
  const [issued, setIssued] = useState<IssuedToken | null>(null)

  function close() {
    setIsAsking(false)
    // Until there is a key, closing only hides the dialog: a key that arrives late must not be lost.
    if (issued === null) return
    onDismiss()
    router.refresh()
  }

  return (
    <KeyDialog
      isOpen={isAsking}
      issued={issued}
      policy={policy}
      onDismiss={close}
      onClosed={onClosed}
      title={`Rotate ${token.name}`}
      lead="It gets a new key; name, scopes and end stay as they are."
    >
      <RotateForm token={token} onIssued={setIssued} onCancel={close} />
    </KeyDialog>
  )
}

interface RotateFormProps {
  token: TokenDialogProps['tokens'][0]
  onIssued: (token: IssuedToken) => void
  onCancel: () => void
}

function RotateForm({ token, onIssued, onCancel }: RotateFormProps) {
  const callSignedIn = useCallSignedIn()
  const nowMs = useNow()
  const timeZone = useTimeZone()
  const form = useForm({ resolver: zodResolver(rotateTokenInput), defaultValues: { grace_seconds: 0 } })
  const { grace_seconds = 0 } = useWatch({ control: form.control })
  const submission = useSubmit(form, async (input) =>
    onIssued(await callSignedIn(rotateTokenContract, { params: { id: token.id }, body: input })),
  )
  const note =
    grace_seconds === 0
      ? 'Programs that still have the old key are refused from their next call on.'
      : `Both keys work until ${formatInstant(nowMs + grace_seconds * 1000, timeZone)}.`
  return (
    <DialogForm submitLabel="Rotate" onCancel={onCancel} {...submission}>
      <ChipGroup legend="The old key ends" note={note} error={form.formState.errors.grace_seconds?.message}>
        {GRACES.map(({ seconds, label }) => (
          <Chip
            key={seconds}
            type="radio"
            name="grace"
            isChosen={grace_seconds === seconds}
            onChoose={() => form.setValue('grace_seconds', seconds)}
          >
            {label}
          </Chip>
        ))}
      </ChipGroup>
      {token.previous_secret !== null && (
        <p className="text-note text-warn">
          The key before this one is still in its grace. It ends as soon as you rotate: at most two keys work.
        </p>
      )}
    </DialogForm>
  )
}
