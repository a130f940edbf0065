import { DevicesHeader } from '@/components/devices/devices-header'
import { devicesTexts } from '@/components/devices/texts'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function DevicesLoading() {
  return (
    <>
      <DevicesHeader />
      <TableSkeleton sentence={devicesTexts.page.loading} />
    </>
  )
}
