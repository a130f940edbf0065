import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JoinFlow } from '@/components/providers/join-flow'
import { providerTexts } from '@/components/providers/texts'
import { settings } from '@/lib/base/env'

export const metadata: Metadata = { title: providerTexts.join.title }

export default function JoinPage() {
  if (settings().providers.length === 0) notFound()
  return <JoinFlow />
}
