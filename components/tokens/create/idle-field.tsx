import { SelectField } from '@/components/ui/form/select-field'
import { DAY_SECONDS } from '@/lib/base/durations'

const OFFERED = [
  { seconds: 7 * DAY_SECONDS, label: 'it ends after a week' },
  { seconds: 30 * DAY_SECONDS, label: 'it ends after a month' },
  { seconds: 90 * DAY_SECONDS, label: 'it ends after three months' },
  { seconds: 180 * DAY_SECONDS, label: 'it ends after half a year' },
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
      label="If nobody uses it"
      error={error}
      value={seconds ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
    >
      <option value="">it stays until its end</option>
      {OFFERED.map((offered) => (
        <option key={offered.seconds} value={offered.seconds}>
          {offered.label}
        </option>
      ))}
    </SelectField>
  )
}
