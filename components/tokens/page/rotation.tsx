'use client'

import { useOpenTokenDialog } from '@/components/tokens/actions/token-dialogs'
import { tokenPageTexts } from '@/components/tokens/texts-page'
import { Button } from '@/components/ui/button'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { TokenView } from '@/lib/domain/tokens/schema'

const words = tokenPageTexts.rotation

/** Both secrets of a token during a rotation, and who still uses the old one. */
export function Rotation({ token }: { token: TokenView }) {
  const openDialog = useOpenTokenDialog()
  const old = token.previous_secret
  if (old === null) return null
  return (
    <>
      <FactList>
        <Fact name={words.current}>
          <span className="font-mono">{token.hint}</span>
        </Fact>
        <Fact name={words.old}>
          <span className="font-mono">{old.hint}</span>
          <span className="block text-note text-warn">
            {words.expires} <RelativeTime at={old.valid_until} />
          </span>
          <span className="block text-note text-muted">
            {old.last_used_at === null ? (
              words.neverUsed
            ) : (
              <>
                {words.lastUsed} <RelativeTime at={old.last_used_at} />
                {old.last_used_ip !== null && ` ${words.from(old.last_used_ip)}`}
              </>
            )}
          </span>
        </Fact>
      </FactList>
      <Button
        className="mt-3"
        onClick={(event) => openDialog({ action: 'endGrace', tokens: [token] }, event.currentTarget)}
      >
        {words.revokeOld}
      </Button>
    </>
  )
}
