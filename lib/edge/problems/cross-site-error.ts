import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'

const ORIGIN_LENGTH_MAX = 256

/** Where a request came from, and where it should have; for the log. */
export interface Origins {
  origin: string | null
  app_origin: string
}

/**
 * A request that changes something, from a page that is not ours. Most often it is ours, opened
 * under another address than APP_URL: the answer says which to use, the log has both.
 */
export function crossSiteError(headers: Headers): AppError {
  const { appOrigin } = settings()
  const origins: Origins = { origin: headers.get('origin')?.slice(0, ORIGIN_LENGTH_MAX) ?? null, app_origin: appOrigin }
  const detail = `Open ${appOrigin} and try again there: changes from pages under another address are rejected`
  return new AppError('cross_site_request', { detail, cause: origins })
}
