import { describeEnd } from '@/components/tokens/create/describe-end'
import { endPresets } from '@/components/tokens/create/end-presets'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { createTexts } from '@/components/tokens/texts-create'
import { Chip } from '@/components/ui/form/chip'
import { ChipGroup } from '@/components/ui/form/chip-group'
import { useNow } from '@/components/ui/time/now-provider'
import { useTimeZone } from '@/components/ui/time/use-time-zone'

interface LifetimeFieldProps {
  policy: TokenPolicy
  /** The lifetime that the app asked for; null if none. Longer ones are not offered. */
  asked: number | null
  seconds: number
  onChange: (seconds: number) => void
  error: string | undefined
}

/** How long the token works, one chip for each choice; with the exact time in words. */
export function LifetimeField({ policy, asked, seconds: chosen, onChange, error }: LifetimeFieldProps) {
  const note = describeEnd({ expires_in_seconds: chosen }, useNow(), useTimeZone())
  const offered = asked === null ? endPresets(policy) : endPresets({ ...policy, maxTtlSeconds: asked }, asked)
  return (
    <ChipGroup legend={createTexts.expiry.label} note={note} error={error}>
      {offered.map(({ seconds, label }) => (
        <Chip
          key={seconds}
          type="radio"
          name="expires_in_seconds"
          isChosen={chosen === seconds}
          onChoose={() => onChange(seconds)}
        >
          {label}
        </Chip>
      ))}
    </ChipGroup>
  )
}
