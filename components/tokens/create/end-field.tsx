import { useId, type Ref } from 'react'
import { describeEnd } from '@/components/tokens/create/describe-end'
import { endOfLocalDay } from '@/components/tokens/create/end-of-local-day'
import { endPresets } from '@/components/tokens/create/end-presets'
import { localDay } from '@/components/tokens/create/local-day'
import type { TokenEnd } from '@/components/tokens/list/token-end'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { createTexts } from '@/components/tokens/texts-create'
import { Chip } from '@/components/ui/form/chip'
import { ChipGroup } from '@/components/ui/form/chip-group'
import { fieldClass } from '@/components/ui/form/field-class'
import { useNow } from '@/components/ui/time/now-provider'
import { useTimeZone } from '@/components/ui/time/use-time-zone'
import { DAY_MS } from '@/lib/base/durations'

const words = createTexts.expiry

interface EndFieldProps {
  policy: TokenPolicy
  /** A lifetime that a link asked for, offered as well. */
  askedSeconds?: number | undefined
  end: TokenEnd
  onChange: (end: TokenEnd) => void
  error: string | undefined
  /** Receives the focus when the day is rejected. */
  dayRef: Ref<HTMLInputElement>
}

/** When the token expires: after a lifetime, on a day, or never; with the exact time in words. */
export function EndField({ policy, askedSeconds, end, onChange, error, dayRef }: EndFieldProps) {
  const noteId = useId()
  const nowMs = useNow()
  const timeZone = useTimeZone()
  const hasDay = end.expires_at !== undefined
  // The end of the very last day would exceed the maximum lifetime.
  const lastDay = localDay(nowMs + policy.maxTtlSeconds * 1000 - DAY_MS)
  const defaultDay = localDay(nowMs + policy.defaultTtlSeconds * 1000)
  const firstChoice = endOfLocalDay(defaultDay < lastDay ? defaultDay : lastDay)

  return (
    <ChipGroup
      legend={words.label}
      note={describeEnd(end, nowMs, timeZone)}
      error={error !== undefined && end.expires_at === '' ? words.dayMissing : error}
      noteId={noteId}
    >
      {endPresets(policy, askedSeconds).map(({ seconds, label }) => (
        <Chip
          key={seconds}
          type="radio"
          name="expires_in_seconds"
          isChosen={end.expires_in_seconds === seconds}
          onChoose={() => onChange({ expires_in_seconds: seconds })}
        >
          {label}
        </Chip>
      ))}
      {policy.maxTtlSeconds * 1000 >= DAY_MS && (
        <Chip
          type="radio"
          name="expires_in_seconds"
          isChosen={hasDay}
          onChoose={() => onChange({ expires_at: firstChoice })}
        >
          {words.custom}
        </Chip>
      )}
      {policy.canNeverEnd && (
        <Chip
          type="radio"
          name="expires_in_seconds"
          isChosen={end.never === true}
          onChoose={() => onChange({ never: true })}
        >
          {words.none}
        </Chip>
      )}
      {hasDay && (
        <input
          ref={dayRef}
          type="date"
          name="expires_at"
          aria-label={words.day}
          aria-invalid={error !== undefined}
          aria-describedby={noteId}
          min={localDay(nowMs)}
          max={lastDay}
          value={localDay(end.expires_at ?? '')}
          onChange={(event) => onChange({ expires_at: endOfLocalDay(event.target.value) })}
          className={`${fieldClass} mt-1`}
        />
      )}
    </ChipGroup>
  )
}
