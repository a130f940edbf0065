const PARTS = [1, 2, 3, 4] as const

const tones = ['', 'bg-danger', 'bg-warn', 'bg-accent', 'bg-accent'] as const

interface StrengthMeterProps {
  id: string
  level: 0 | 1 | 2 | 3 | 4
  words: string
}

/** Four bars, and words that explain them; the words alone are enough. */
export function StrengthMeter({ id, level, words }: StrengthMeterProps) {
  return (
    <div className="grid gap-1.5">
      <div aria-hidden className="grid grid-cols-4 gap-1">
        {PARTS.map((part) => (
          <span
            key={part}
            className={`h-1 rounded-full transition-colors ${part <= level ? tones[level] : 'bg-line'}`}
          />
        ))}
      </div>
      <p id={id} aria-live="polite" className="text-note text-muted">
        {words}
      </p>
    </div>
  )
}
