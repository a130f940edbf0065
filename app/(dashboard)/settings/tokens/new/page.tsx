import type { Metadata } from 'next'
import { WishedToken } from '@/components/tokens/create/wished-token'
import { readTokenWish } from '@/components/tokens/create/token-wish'
import { createTexts } from '@/components/tokens/texts-create'
import { wishTexts } from '@/components/tokens/texts-wish'
import { PageHeader } from '@/components/ui/page-header'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'
import { newTokenPolicy } from '@/app/(dashboard)/settings/tokens/token-policy'

export const metadata: Metadata = { title: createTexts.create.title }

interface NewTokenPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewTokenPage({ searchParams }: NewTokenPageProps) {
  await requirePagePrincipal()
  const policy = await newTokenPolicy()
  return (
    <>
      <PageHeader title={createTexts.create.title} lead={wishTexts.lead} />
      <WishedToken policy={policy} wish={readTokenWish(await searchParams, policy)} />
    </>
  )
}
