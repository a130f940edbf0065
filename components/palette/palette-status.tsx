import type { RecognizedKey } from '@/components/palette/recognize-key'
import { paletteTexts } from '@/components/palette/texts'

const { status, pasted: pastedTexts } = paletteTexts

interface PaletteStatusProps {
  pasted: RecognizedKey | null
  found: { isPending: boolean; message: string | null }
  count: number
}

/** Says what is missing from the list, and tells screen readers how long it is. */
export function PaletteStatus(props: PaletteStatusProps) {
  const sentence = sentenceFor(props)
  return (
    <p
      role="status"
      className={sentence === null ? 'sr-only' : 'border-line px-4.5 py-3 text-muted not-first:border-t'}
    >
      {sentence ?? status.count(props.count)}
    </p>
  )
}

function sentenceFor({ pasted, found, count }: PaletteStatusProps): string | null {
  if (pasted?.key === null) return pastedTexts.mistyped
  if (found.message !== null) return found.message
  if (count > 0) return null
  if (!found.isPending) return status.nothing
  return pasted === null ? status.searching : pastedTexts.looking
}
