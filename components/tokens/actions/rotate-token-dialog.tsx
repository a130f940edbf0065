'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { KeyDialog } from '@/components/tokens/key/key-dialog'
import type { TokenDialogProps } from '@/components/tokens/actions/token-dialogs'
import { suggestedGrace } from '@/components/tokens/actions/rotate-grace'
import { instantInZone } from '@/components/tokens/create/describe-end'
import { tokensTexts } from '@/components/tokens/texts'
import { dialogsTexts } from '@/components/tokens/texts-dialogs'
import { Chip } from '@/components/ui/form/chip'
import { ChipGroup } from '@/components/ui/form/chip-group'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { useNow } from '@/components/ui/time/now-provider'
import { useTimeZone } from '@/components/ui/time/use-time-zone'
import { rotateTokenContract } from '@/lib/domain/tokens/contract'
import { rotateTokenInput, type IssuedToken } from '@/lib/domain/tokens/schema'
import { DAY_SECONDS } from '@/lib/base/durations'

const words = tokensTexts.rotate

const GRACES = [
  { seconds: 0, label: words.graces.none },
  { seconds: 3_600, label: words.graces.hour },
  { seconds: DAY_SECONDS, label: words.graces.day },
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
      title={words.title(token.name)}
      lead={words.lead}
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
  const [suggested] = useState(() => suggestedGrace(token, nowMs))
  const form = useForm({ resolver: zodResolver(rotateTokenInput), defaultValues: { grace_seconds: suggested } })
  const { grace_seconds = 0 } = useWatch({ control: form.control })
  const submission = useSubmit(form, async (input) =>
    onIssued(await callSignedIn(rotateTokenContract, { params: { id: token.id }, body: input })),
  )
  const effect =
    grace_seconds === 0 ? words.stopsNow : words.bothUntil(instantInZone(nowMs + grace_seconds * 1000, timeZone))
  const reason = suggested === 0 ? dialogsTexts.rotate.notRecentlyUsed : dialogsTexts.rotate.recentlyUsed
  const note = grace_seconds === suggested ? `${effect} ${reason}` : effect
  return (
    <DialogForm submitLabel={words.submit} onCancel={onCancel} {...submission}>
      <ChipGroup legend={words.label} note={note} error={form.formState.errors.grace_seconds?.message}>
        {GRACES.map(({ seconds, label }) => (
          <Chip
            key={seconds}
            type="radio"
            name="grace_seconds"
            isChosen={grace_seconds === seconds}
            hasFocusFirst={suggested === seconds}
            onChoose={() => form.setValue('grace_seconds', seconds)}
          >
            {label}
          </Chip>
        ))}
      </ChipGroup>
      {token.previous_secret !== null && <p className="text-note text-warn">{words.hasOlder}</p>}
    </DialogForm>
  )
}
