import { withoutKeys } from '@/lib/base/log'
import { AppError } from '@/lib/base/errors/app-error'
import { errorCatalogue } from '@/lib/base/errors/catalogue'

/** The problem document of an error (RFC 9457); `instance` is the path that was asked for. */
export function problemBody(error: AppError, instance: string): string {
  const { title, status } = errorCatalogue[error.code]
  return JSON.stringify({
    type: `tag:latchkey,2026:${error.code}`,
    title,
    status,
    ...(error.detail !== undefined && { detail: error.detail }),
    instance: withoutKeys(instance),
    code: error.code,
    ...(error.errors.length > 0 && { errors: error.errors }),
    ...error.extensions,
  })
}
