import type { Metadata } from 'next'
import { WishedToken } from '@/components/tokens/create/wished-token'
import { readTokenWish } from '@/components/tokens/create/token-wish'
import { tokensTexts } from '@/components/tokens/texts'
import { PageHeader } from '@/components/ui/page-header'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'
import { newTokenPolicy } from '@/app/(dashboard)/settings/tokens/token-policy'

export const metadata: Metadata = { title: tokensTexts.create.title }

interface NewTokenPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewTokenPage({ searchParams }: NewTokenPageProps) {
  const policy = await newTokenPolicy(await requirePagePrincipal())
  return (
    <>
      <PageHeader title={tokensTexts.create.title} lead={tokensTexts.create.prefilledLead} />
      <WishedToken policy={policy} wish={readTokenWish(await searchParams, policy)} />
    </>
  )
}
