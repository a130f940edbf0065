import type { ReactNode } from 'react'
import { readAccount } from '@/app/(dashboard)/admin/users/[id]/read-account'

interface AccountLayoutProps {
  params: Promise<{ id: string }>
  children: ReactNode
}

/** Looks for the account before anything is sent: once a page streams, it can no longer be a 404. */
export default async function AccountLayout({ params, children }: AccountLayoutProps) {
  await readAccount((await params).id)
  return children
}
