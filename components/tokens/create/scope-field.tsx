import { createTexts } from '@/components/tokens/texts-create'
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
  const words = createTexts.scopes
  return (
    <ChipGroup legend={words.label} note={chosen.length === 0 ? words.none : words.some} error={error}>
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
