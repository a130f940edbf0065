import type { Metadata } from 'next'
import { DevicePager } from '@/components/devices/device-pager'
import { DeviceTable } from '@/components/devices/device-table'
import { DevicesHeader } from '@/components/devices/devices-header'
import { SignOutOthers } from '@/components/devices/sign-out-others'
import { ThisDevice } from '@/components/devices/this-device'
import { EmptyState } from '@/components/ui/empty-state'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'
import { firstPageOtherwise } from '@/lib/base/paging/first-page-otherwise'
import { listDevices } from '@/lib/domain/sessions/list-devices'
import { listTokensQuery } from '@/lib/domain/tokens/schema'

export const metadata: Metadata = { title: 'Devices' }

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
      <DevicesHeader>{!isAlone && <SignOutOthers />}</DevicesHeader>
      <ThisDevice device={current} />
      {isAlone ? (
        <EmptyState
          title="Nothing else is signed in"
          text="When you sign in with another browser, or a program signs in with your password, it stands here until it is signed out."
        />
      ) : (
        <DeviceTable devices={others} />
      )}
      <DevicePager nextCursor={nextCursor} isFirstPage={asked === undefined} />
    </>
  )
}
