import type { ReactNode } from 'react'
import { readToken } from '@/app/(dashboard)/settings/tokens/[id]/read-token'

interface TokenLayoutProps {
  params: Promise<{ id: string }>
  children: ReactNode
}

/** Looks for the token before anything is sent: once a page streams, it can no longer be a 404. */
export default async function TokenLayout({ params, children }: TokenLayoutProps) {
  await readToken((await params).id)
  return children
}
