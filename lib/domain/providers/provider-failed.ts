import { AppError } from '@/lib/base/errors/app-error'

/** Returns the one error for every sign-in at a provider that cannot be trusted, whatever the reason. */
export function providerFailed(cause?: unknown): AppError {
  return new AppError('provider_failed', { detail: 'The sign-in could not be completed. Start it again.', cause })
}
