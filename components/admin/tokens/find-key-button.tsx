'use client'

import { ScanSearch } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { useAskToRevoke } from '@/components/admin/tokens/revoke-dialogs'
import { Button } from '@/components/ui/button'
import { foresee, useWhenFetched } from '@/components/ui/dialog/use-when-fetched'
import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'

const fetchDialog = () => import('@/components/admin/tokens/find-key-dialog')
const FindKeyDialog = lazy(async () => ({ default: (await fetchDialog()).FindKeyDialog }))

/**
 * Button that opens the dialog for looking up a key. The dialog is loaded when the pointer or focus reaches the button.
 */
export function FindKeyButton() {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const askToRevoke = useAskToRevoke()
  const whenFetched = useWhenFetched()

  function revoke({ id, name }: ManagedToken) {
    setIsOpen(false)
    askToRevoke({ selection: { ids: [id] }, what: name, isOne: true }, button.current)
  }

  return (
    <>
      <Button
        ref={button}
        onPointerEnter={() => foresee(fetchDialog)}
        onFocus={() => foresee(fetchDialog)}
        onClick={() => void whenFetched(fetchDialog, () => setIsOpen(true))}
      >
        <ScanSearch size={16} aria-hidden />
        {adminTokensTexts.find.open}
      </Button>
      {isOpen && (
        <Suspense>
          <FindKeyDialog
            onRevoke={revoke}
            onDismiss={() => setIsOpen(false)}
            onClosed={() => button.current?.focus()}
          />
        </Suspense>
      )}
    </>
  )
}
