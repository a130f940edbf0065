import { AppError, isAppError, type FieldError } from '@/lib/base/errors/app-error'

/**
 * Runs all checks and returns their results in order. If any find invalid input, throws one error with all
 * problems.
 * @throws AppError invalid_input; any other error of a check immediately
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
