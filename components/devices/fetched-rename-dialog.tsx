'use client'

import { lazy, Suspense } from 'react'
import type { DeviceView } from '@/lib/domain/sessions/schema'

/** Fetches the dialog, before it is opened. */
export const fetchRenameDialog = () => import('@/components/tokens/actions/rename-token-dialog')
const RenameTokenDialog = lazy(async () => ({ default: (await fetchRenameDialog()).RenameTokenDialog }))

interface FetchedRenameDialogProps {
  device: Pick<DeviceView, 'id' | 'name'>
  onDismiss: () => void
  onClosed: () => void
}

/** Gives a device a name of one’s own. It is opened once it has been fetched. */
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
