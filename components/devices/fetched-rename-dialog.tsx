'use client'

import { lazy, Suspense } from 'react'
import { devicesTexts } from '@/components/devices/texts'
import type { DeviceView } from '@/lib/domain/sessions/schema'

export const fetchRenameDialog = () => import('@/components/tokens/actions/rename-token-dialog')
const RenameTokenDialog = lazy(async () => ({ default: (await fetchRenameDialog()).RenameTokenDialog }))

interface FetchedRenameDialogProps {
  device: Pick<DeviceView, 'id' | 'name'>
  onDismiss: () => void
  onClosed: () => void
}

/** Renames a device. Render it only once `fetchRenameDialog` has resolved. */
export function FetchedRenameDialog({ device, ...dialog }: FetchedRenameDialogProps) {
  return (
    <Suspense>
      <RenameTokenDialog tokens={[device]} lead={devicesTexts.rename.lead} {...dialog} />
    </Suspense>
  )
}
