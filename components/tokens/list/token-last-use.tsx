import { tokenStateTexts } from '@/components/tokens/texts-state'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { TokenView } from '@/lib/domain/tokens/schema'

const words = tokenStateTexts.usage

interface TokenLastUseProps {
  token: Pick<TokenView, 'last_used_at' | 'last_used_ip'>
  /** Uses one line at every width, as on narrow screens. */
  isOneLine?: boolean
}

/** When a token was last used, and from which IP address. */
export function TokenLastUse({ token, isOneLine = false }: TokenLastUseProps) {
  const { last_used_at, last_used_ip } = token
  const [note, joint] = isOneLine
    ? ['text-note text-muted', '']
    : ['stacked:text-note stacked:text-muted', 'columns:hidden']
  if (last_used_at === null)
    return <span className={`text-muted ${isOneLine ? 'text-note' : 'stacked:text-note'}`}>{words.neverUsed}</span>
  return (
    <div className={note}>
      <span className={joint}>{words.used} </span>
      <RelativeTime at={last_used_at} />
      {last_used_ip !== null && (
        <span className={`wrap-anywhere ${isOneLine ? '' : 'columns:block columns:text-note columns:text-muted'}`}>
          <span className={joint}> {words.from} </span>
          {last_used_ip}
        </span>
      )}
    </div>
  )
}
