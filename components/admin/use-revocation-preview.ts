'use client'

import { useEffect, useState } from 'react'
import { previewRevocationContract } from '@/lib/admin/tokens/contract'
import type { RevocationPreview, TokenSelector } from '@/lib/admin/tokens/schema'
import { callApi } from '@/lib/http/client'

/** What a revocation would hit: null while it is being fetched, undefined when it cannot be had. */
export function useRevocationPreview(selection: TokenSelector): RevocationPreview | null | undefined {
  const [preview, setPreview] = useState<RevocationPreview | null | undefined>(null)
  // What is asked counts, not which object holds it.
  const asked = JSON.stringify(selection)
  useEffect(() => {
    let isOver = false
    callApi(previewRevocationContract, { body: JSON.parse(asked) as TokenSelector }).then(
      (fetched) => !isOver && setPreview(fetched),
      () => !isOver && setPreview(undefined),
    )
    return () => {
      isOver = true
    }
  }, [asked])
  return preview
}
