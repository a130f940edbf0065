import type { ReactNode } from 'react'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'

/** Checks the role before anything is sent: once a page streams, it can no longer be a 404. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requirePageAdmin()
  return children
}
