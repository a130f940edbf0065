import type { Metadata } from 'next'
import { WishedToken } from '@/components/tokens/create/wished-token'
import { readTokenWish } from '@/components/tokens/create/token-wish'
import { PageHeader } from '@/components/ui/page-header'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'
import { tokenPolicy } from '@/app/(dashboard)/settings/tokens/token-policy'

export const metadata: Metadata = { title: 'Create token' }

interface NewTokenPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewTokenPage({ searchParams }: NewTokenPageProps) {
  await requirePagePrincipal()
  const policy = tokenPolicy()
  return (
    <>
      <PageHeader
        title="Create token"
        lead="A link has filled this in for you. Create the token only if you know who asks for it, and for what."
      />
      <WishedToken policy={policy} wish={readTokenWish(await searchParams, policy)} />
    </>
  )
}
