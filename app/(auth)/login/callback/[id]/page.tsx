import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findSession } from '@/app/(auth)/find-session'
import { ProviderCallback } from '@/components/providers/provider-callback'
import { providerTexts } from '@/components/providers/texts'
import { settings } from '@/lib/base/env'

export const metadata: Metadata = { title: providerTexts.callback.title }

export default async function CallbackPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const provider = settings().providers.find((one) => one.id === id)
  if (provider === undefined) notFound()
  return <ProviderCallback id={id} label={provider.label} isSignedIn={(await findSession()) !== null} />
}
