'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { describeEnd, instantInZone } from '@/components/tokens/create/describe-end'
import { extendChoices } from '@/components/tokens/actions/extend-choices'
import type { TokenDialogProps } from '@/components/tokens/actions/token-dialogs'
import { tokensTexts } from '@/components/tokens/texts'
import { dialogsTexts } from '@/components/tokens/texts-dialogs'
import { useAnnounce } from '@/components/ui/announcer'
import { Chip } from '@/components/ui/form/chip'
import { ChipGroup } from '@/components/ui/form/chip-group'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { useNow } from '@/components/ui/time/now-provider'
import { useTimeZone } from '@/components/ui/time/use-time-zone'
import { extendTokenContract } from '@/lib/domain/tokens/contract'
import { extendTokenInput } from '@/lib/domain/tokens/schema'

const words = tokensTexts.extend

/** Sets a new expiry time, counted from now. An expired token works again. */
export function ExtendTokenDialog({ tokens: [token], policy, onDismiss, onClosed }: TokenDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const nowMs = useNow()
  const timeZone = useTimeZone()
  const [{ presets, selected, isLater }] = useState(() => extendChoices(token, policy, nowMs))
  const form = useForm({
    resolver: zodResolver(extendTokenInput),
    defaultValues: { expires_in_seconds: selected },
  })
  const { expires_in_seconds = selected } = useWatch({ control: form.control })
  const submission = useSubmit(form, async (input) => {
    const { expires_at } = await callSignedIn(extendTokenContract, { params: { id: token.id }, body: input })
    router.refresh()
    onDismiss()
    announce(words.done(token.name, instantInZone(expires_at ?? '', timeZone)))
  })
  const sentence = describeEnd({ expires_in_seconds }, nowMs, timeZone)
  return (
    <Dialog
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={words.title(token.name)}
      lead={token.status === 'expired' ? words.expiredLead : words.lead}
    >
      <DialogForm submitLabel={words.submit} onCancel={onDismiss} {...submission}>
        <ChipGroup
          legend={words.label}
          note={isLater(expires_in_seconds) ? sentence : dialogsTexts.extend.earlier(sentence)}
          error={form.formState.errors.expires_in_seconds?.message}
        >
          {presets.map(({ seconds, label }) => (
            <Chip
              key={seconds}
              type="radio"
              name="expires_in_seconds"
              isChosen={expires_in_seconds === seconds}
              hasFocusFirst={selected === seconds}
              onChoose={() => form.setValue('expires_in_seconds', seconds)}
            >
              {label}
            </Chip>
          ))}
        </ChipGroup>
      </DialogForm>
    </Dialog>
  )
}
