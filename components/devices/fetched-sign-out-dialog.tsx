'use client'

import { lazy, Suspense, type ComponentProps } from 'react'

/** Fetches the dialog, before it is opened. */
export const fetchSignOutDialog = () => import('@/components/devices/sign-out-devices-dialog')
const SignOutDevicesDialog = lazy(async () => ({ default: (await fetchSignOutDialog()).SignOutDevicesDialog }))

/** The question before devices are signed out, opened once it has been fetched. */
export function FetchedSignOutDialog(props: ComponentProps<typeof SignOutDevicesDialog>) {
  return (
    <Suspense>
      <SignOutDevicesDialog {...props} />
    </Suspense>
  )
}
