'use client'

import { lazy, Suspense, type ComponentProps } from 'react'

export const fetchSignOutDialog = () => import('@/components/devices/sign-out-devices-dialog')
const SignOutDevicesDialog = lazy(async () => ({ default: (await fetchSignOutDialog()).SignOutDevicesDialog }))

/** Asks for confirmation before signing out devices. Render it only once `fetchSignOutDialog` has resolved. */
export function FetchedSignOutDialog(props: ComponentProps<typeof SignOutDevicesDialog>) {
  return (
    <Suspense>
      <SignOutDevicesDialog {...props} />
    </Suspense>
  )
}
