'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import { CreateTokenForm } from '@/components/tokens/create/create-token-form'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import type { TokenWish } from '@/components/tokens/create/token-wish'
import { createTexts } from '@/components/tokens/texts-create'
import type { IssuedToken } from '@/lib/domain/tokens/schema'

const KeyDialog = lazy(async () => ({ default: (await import('@/components/tokens/key/key-dialog')).KeyDialog }))

/**
 * The form for a token that a link asks for. The person reviews it, corrects it, and decides whether to create the
 * token.
 */
export function WishedToken({ policy, wish }: { policy: TokenPolicy; wish: TokenWish }) {
  const router = useRouter()
  const [issued, setIssued] = useState<IssuedToken | null>(null)
  const leave = () => router.push(tokenListHref({}))
  return (
    <>
      <div className="max-w-dialog rounded-card border border-line bg-surface">
        <CreateTokenForm policy={policy} wish={wish} onIssued={setIssued} onCancel={leave} />
      </div>
      {issued !== null && (
        <Suspense>
          <KeyDialog
            isOpen
            issued={issued}
            policy={policy}
            onDismiss={leave}
            onClosed={() => document.getElementById('main')?.focus()}
            title={createTexts.create.title}
            lead=""
          >
            {null}
          </KeyDialog>
        </Suspense>
      )}
    </>
  )
}
