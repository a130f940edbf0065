'use client'

import { lazy, Suspense, type ComponentProps } from 'react'

const SignOutDevicesDialog = lazy(async () => ({
  default: (await import('@/components/devices/sign-out-devices-dialog')).SignOutDevicesDialog,
}))

/** The question before devices are signed out, fetched when it is first asked. */
export function FetchedSignOutDialog(props: ComponentProps<typeof SignOutDevicesDialog>) {
  return (
    <Suspense>
      <SignOutDevicesDialog {...props} />
    </Suspense>
  )
}
