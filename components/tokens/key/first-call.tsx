'use client'

import { CircleCheck, LoaderCircle } from 'lucide-react'
import { useFirstCall } from '@/components/tokens/key/use-first-call'
import type { IssuedToken } from '@/lib/domain/tokens/schema'

/** Waits for the first call with a new key, and says when it has come. */
export function FirstCall({ issued }: { issued: IssuedToken }) {
  const used = useFirstCall(issued)
  const Icon = used === null ? LoaderCircle : CircleCheck
  return (
    <p role="status" className={`flex items-center gap-2 text-note ${used === null ? 'text-muted' : 'text-accent'}`}>
      <Icon size={16} aria-hidden className={`shrink-0 ${used === null ? 'animate-spin' : ''}`} />
      {used === null ? 'Waiting for its first call…' : firstCallWords(used.last_used_ip)}
    </p>
  )
}

function firstCallWords(address: string | null): string {
  return address === null ? 'The first call has come.' : `The first call has come, from ${address}.`
}
