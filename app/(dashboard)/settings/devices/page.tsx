import type { Metadata } from 'next'
import { ConnectDevice } from '@/components/devices/connect-device'
import { DevicePager } from '@/components/devices/device-pager'
import { DeviceTable } from '@/components/devices/device-table'
import { DevicesHeader } from '@/components/devices/devices-header'
import { SignOutOthers } from '@/components/devices/sign-out-others'
import { devicesTexts } from '@/components/devices/texts'
import { ThisDevice } from '@/components/devices/this-device'
import { EmptyState } from '@/components/ui/empty-state'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'
import { firstPageOtherwise } from '@/lib/base/paging/first-page-otherwise'
import { isDeviceFlowOn } from '@/lib/domain/device-flow/require-device-flow'
import { listDevices } from '@/lib/domain/sessions/list-devices'
import { listTokensQuery } from '@/lib/domain/tokens/schema'

export const metadata: Metadata = { title: devicesTexts.page.title }

interface DevicesPageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

export default async function DevicesPage({ searchParams }: DevicesPageProps) {
  const principal = await requirePagePrincipal()
  const asked = listTokensQuery.shape.cursor.catch(undefined).parse((await searchParams).cursor)
  const { current, others, nextCursor } = await firstPageOtherwise(asked, (cursor) => listDevices(principal, cursor))
  const isAlone = others.length === 0 && asked === undefined
  return (
    <>
      <DevicesHeader>
        <div className="flex flex-wrap justify-end gap-2 max-cards:w-full">
          {isDeviceFlowOn() && <ConnectDevice />}
          {!isAlone && <SignOutOthers />}
        </div>
      </DevicesHeader>
      <ThisDevice device={current} />
      {isAlone ? (
        <EmptyState title={devicesTexts.empty.title} text={devicesTexts.empty.text} />
      ) : (
        <DeviceTable devices={others} />
      )}
      <DevicePager nextCursor={nextCursor} isFirstPage={asked === undefined} />
    </>
  )
}
