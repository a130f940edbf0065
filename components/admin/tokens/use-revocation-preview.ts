'use client'

import { useEffect, useState } from 'react'
import { previewAccountRevocationContract } from '@/lib/domain/admin/accounts/contract'
import { previewRevocationContract } from '@/lib/domain/admin/tokens/contract'
import type { RevocationPreview, TokenSelector } from '@/lib/domain/admin/tokens/schema'
import { callApi } from '@/lib/edge/client/client'

/** What to revoke: the selected tokens, or everything of an account. */
export type Ending = { selection: TokenSelector } | { accountId: string; isKeepingPersonal: boolean }

/** Fetches what a revocation would affect. Null until the answer is there, undefined when the request failed. */
export function useRevocationPreview(ending: Ending): RevocationPreview | null | undefined {
  const [fetched, setFetched] = useState<{ asked: string; answer: RevocationPreview | undefined } | null>(null)
  // Compared by value, because the caller may pass a new object on every render.
  const asked = JSON.stringify(ending)
  useEffect(() => {
    let isOver = false
    preview(JSON.parse(asked) as Ending).then(
      (answer) => !isOver && setFetched({ asked, answer }),
      () => !isOver && setFetched({ asked, answer: undefined }),
    )
    return () => {
      isOver = true
    }
  }, [asked])
  return fetched?.asked === asked ? fetched.answer : null
}

async function preview(ending: Ending): Promise<RevocationPreview> {
  if ('selection' in ending) return callApi(previewRevocationContract, { body: ending.selection })
  const { accountId: id, isKeepingPersonal } = ending
  return callApi(previewAccountRevocationContract, {
    params: { id },
    body: { keep_personal_tokens: isKeepingPersonal },
  })
}
