'use client'

import { AccountName } from '@/components/admin/accounts/account-name'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { kindWords } from '@/components/admin/tokens/kind-words'
import { TokenLastUse } from '@/components/tokens/list/token-last-use'
import { TokenState } from '@/components/tokens/list/token-state'
import { Button } from '@/components/ui/button'
import { DialogFooter } from '@/components/ui/dialog/dialog-footer'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'

const texts = adminTokensTexts.find.found

interface FoundTokenProps {
  token: ManagedToken
  onRevoke: () => void
  onDone: () => void
}

/** The token that a key belongs to, with a link to its owner and a button to revoke it. */
export function FoundToken({ token, onRevoke, onDone }: FoundTokenProps) {
  const { name, hint, kind, owner, status } = token
  return (
    <>
      <div role="status" className="px-6 pt-4 pb-5.5">
        <FactList>
          <Fact name={kindWords[kind]}>
            <span className="font-medium">{name}</span> <span className="font-mono text-label text-muted">{hint}</span>
          </Fact>
          <Fact name={texts.owner}>
            <AccountName account={owner} />
            {!owner.is_active && <span className="text-muted"> {texts.deactivated}</span>}
          </Fact>
          <Fact name={texts.lastUsed}>
            <TokenLastUse token={token} isOneLine />
          </Fact>
          <Fact name={texts.expires}>
            <TokenState token={token} />
          </Fact>
        </FactList>
      </div>
      <DialogFooter>
        <Button variant="ghost" onClick={onDone} autoFocus>
          {texts.close}
        </Button>
        {status !== 'revoked' && (
          <Button variant="danger" onClick={onRevoke}>
            {texts.revoke}
          </Button>
        )}
      </DialogFooter>
    </>
  )
}
