import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'

/** Whether this deployment lets apps sign in with a code that a person approves. */
export function isDeviceFlowOn(): boolean {
  return settings().DEVICE_FLOW === 'on'
}

/** Hides the endpoints of the device flow where it is off. @throws AppError not_found */
export async function requireDeviceFlow(): Promise<void> {
  if (!isDeviceFlowOn()) throw new AppError('not_found')
}
