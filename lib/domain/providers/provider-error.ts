import { AppError, isAppError } from '@/lib/base/errors/app-error'
import { describeError, log } from '@/lib/base/log'
import { isOutboundError } from '@/lib/base/outbound/outbound-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { providerFailed } from '@/lib/domain/providers/provider-failed'

const RETRY_AFTER_SECONDS = 30
const REASON_LENGTH_MAX = 200

/** What errors of openid-client and jose have in common. */
interface LibraryError {
  code?: unknown
  error?: unknown
  status?: unknown
  cause?: unknown
}

/**
 * Returns the error to answer with when something went wrong at a provider: it was cancelled there, the provider is
 * down, or what it sent cannot be trusted. Logs the reason. Nothing that the provider wrote reaches the client.
 */
export function asProviderError({ id, label }: ProviderSettings, error: unknown): unknown {
  if (isOurs(error)) return error
  const { code, error: oauthCode } = error as LibraryError
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' && oauthCode === 'access_denied') {
    return new AppError('provider_denied', { detail: `You cancelled the sign-in at ${label}.` })
  }
  if (isUnavailable(error)) return providerUnavailable(label, error)
  log().info({ provider: id, reason: reasonOf(error) }, 'sign-in at a provider failed')
  return providerFailed()
}

/** Whether an error has nothing to do with the provider, such as an unreachable database. */
function isOurs(error: unknown): boolean {
  if (isAppError(error)) return error.code !== 'provider_failed'
  return error instanceof Error && error.name.startsWith('Prisma')
}

/** Returns the error for a provider that cannot be reached, or does not answer as a provider should. */
function providerUnavailable(label: string, error: unknown): AppError {
  return new AppError('provider_unavailable', {
    detail: `${label} can’t be reached right now. Try again in a minute.`,
    // Not the error itself: a library keeps whole responses in its errors, with tokens in them.
    cause: new Error(reasonOf(error)),
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  })
}

function isUnavailable(error: unknown): boolean {
  const { code, status, cause } = error as LibraryError
  if (isOutboundError(error) || String(code).endsWith('_TIMEOUT') || code === 'ERR_JOSE_GENERIC') return true
  const httpStatus = code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' ? (cause as LibraryError | undefined)?.status : status
  return typeof httpStatus === 'number' && httpStatus >= 500
}

/** Returns why something went wrong at a provider, for the log. The libraries put nothing secret into their messages. */
export function reasonOf(error: unknown): string {
  const { message, code, cause } = describeError(error) as Record<string, unknown> & { cause?: { message?: unknown } }
  const { error: oauthCode } = error as LibraryError
  const parts = [message, cause?.message, code, oauthCode].filter((part) => typeof part === 'string')
  return parts.join(': ').slice(0, REASON_LENGTH_MAX)
}
