'use client'

import { useEffect, useState } from 'react'
import { previewAccountRevocationContract } from '@/lib/domain/admin/accounts/contract'
import { previewRevocationContract } from '@/lib/domain/admin/tokens/contract'
import type { RevocationPreview, TokenSelector } from '@/lib/domain/admin/tokens/schema'
import { callApi } from '@/lib/edge/client/client'

/** What is to be ended: the tokens that a selection means, or everything of an account. */
export type Ending = { selection: TokenSelector } | { accountId: string; isKeepingPersonal: boolean }

/** What a revocation would hit: null while it is being fetched, undefined when it cannot be had. */
export function useRevocationPreview(ending: Ending): RevocationPreview | null | undefined {
  const [fetched, setFetched] = useState<RevocationPreview | null | undefined>(null)
  // What is asked counts, not which object holds it.
  const asked = JSON.stringify(ending)
  useEffect(() => {
    let isOver = false
    preview(JSON.parse(asked) as Ending).then(
      (answer) => !isOver && setFetched(answer),
      () => !isOver && setFetched(undefined),
    )
    return () => {
      isOver = true
    }
  }, [asked])
  return fetched
}

async function preview(ending: Ending): Promise<RevocationPreview> {
  if ('selection' in ending) return callApi(previewRevocationContract, { body: ending.selection })
  const { accountId: id, isKeepingPersonal } = ending
  return callApi(previewAccountRevocationContract, {
    params: { id },
    body: { keep_personal_tokens: isKeepingPersonal },
  })
}
