import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'

const ORIGIN_LENGTH_MAX = 256

/** The origin that a request came from, and the one it should have come from; for the log. */
export interface Origins {
  origin: string | null
  app_origin: string
}

/**
 * Builds the error for an unsafe request from a page that is not ours. Most often the page is ours, but was opened at
 * another address than APP_URL. The answer says which one to use, and the log has both.
 */
export function crossSiteError(headers: Headers): AppError {
  const { appOrigin } = settings()
  const origins: Origins = { origin: headers.get('origin')?.slice(0, ORIGIN_LENGTH_MAX) ?? null, app_origin: appOrigin }
  const detail = `Open ${appOrigin} and try again. Changes are accepted only from pages at that address.`
  return new AppError('cross_site_request', { detail, cause: origins })
}
