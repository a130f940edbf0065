import { AppError, isAppError, type FieldError } from '@/lib/base/errors/app-error'

/**
 * The results of all checks, in their order. When some find bad input, one error tells
 * everything that they found.
 * @throws AppError invalid_input; or at once whatever else a check throws
 */
export function checkAll<T extends readonly unknown[]>(...checks: { [K in keyof T]: () => T[K] }): T {
  const errors: FieldError[] = []
  const results = checks.map((check) => {
    try {
      return check()
    } catch (error) {
      if (!isAppError(error, 'invalid_input')) throw error
      errors.push(...error.errors)
      return undefined
    }
  })
  if (errors.length > 0) throw new AppError('invalid_input', { errors })
  return results as unknown as T
}
