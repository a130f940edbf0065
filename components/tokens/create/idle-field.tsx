import { createTexts } from '@/components/tokens/texts-create'
import { SelectField } from '@/components/ui/form/select-field'
import { DAY_SECONDS } from '@/lib/base/durations'

const words = createTexts.idle

const OFFERED = [
  { seconds: 7 * DAY_SECONDS, label: words.after.week },
  { seconds: 30 * DAY_SECONDS, label: words.after.month },
  { seconds: 90 * DAY_SECONDS, label: words.after.quarter },
  { seconds: 180 * DAY_SECONDS, label: words.after.halfYear },
]

interface IdleFieldProps {
  seconds: number | undefined
  onChange: (seconds: number | undefined) => void
  error: string | undefined
}

/** After how long without use a token expires early, if at all. */
export function IdleField({ seconds, onChange, error }: IdleFieldProps) {
  return (
    <SelectField
      name="idle_seconds"
      label={words.label}
      error={error}
      value={seconds ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
    >
      <option value="">{words.never}</option>
      {OFFERED.map((offered) => (
        <option key={offered.seconds} value={offered.seconds}>
          {offered.label}
        </option>
      ))}
    </SelectField>
  )
}
