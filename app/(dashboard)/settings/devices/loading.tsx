import { DevicesHeader } from '@/components/devices/devices-header'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function DevicesLoading() {
  return (
    <>
      <DevicesHeader />
      <TableSkeleton sentence="The devices are being fetched." />
    </>
  )
}
