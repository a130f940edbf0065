import { Chip } from '@/components/ui/form/chip'
import { ChipGroup } from '@/components/ui/form/chip-group'

interface ScopeFieldProps {
  offered: readonly string[]
  chosen: readonly string[]
  onChange: (scopes: string[]) => void
  error: string | undefined
}

/** The scopes of a token, one chip each. Choosing none is allowed. */
export function ScopeField({ offered, chosen, onChange, error }: ScopeFieldProps) {
  const note =
    chosen.length === 0
      ? 'Nothing but prove whose token it is.'
      : 'The services that take the token decide what each word allows.'
  return (
    <ChipGroup legend="May" note={note} error={error}>
      {offered.map((scope) => (
        <Chip
          key={scope}
          type="checkbox"
          name="scopes"
          isChosen={chosen.includes(scope)}
          onChoose={(isChosen) =>
            onChange(offered.filter((word) => (word === scope ? isChosen : chosen.includes(word))))
          }
        >
          {scope}
        </Chip>
      ))}
    </ChipGroup>
  )
}
