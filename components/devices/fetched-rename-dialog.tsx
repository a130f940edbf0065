'use client'

import { lazy, Suspense } from 'react'
import type { DeviceView } from '@/lib/sessions/schema'

const RenameTokenDialog = lazy(async () => ({
  default: (await import('@/components/tokens/rename-token-dialog')).RenameTokenDialog,
}))

interface FetchedRenameDialogProps {
  device: Pick<DeviceView, 'id' | 'name'>
  onDismiss: () => void
  onClosed: () => void
}

/** Gives a device a name of one's own. It is fetched when it is first asked for. */
export function FetchedRenameDialog({ device, ...dialog }: FetchedRenameDialogProps) {
  return (
    <Suspense>
      <RenameTokenDialog
        tokens={[device]}
        lead="For you to know it by. The device itself notices nothing."
        {...dialog}
      />
    </Suspense>
  )
}
