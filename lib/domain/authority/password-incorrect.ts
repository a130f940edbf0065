import { AppError } from '@/lib/base/errors/app-error'

/** Returns the error for a wrong password in the field at `pointer`. */
export function passwordIncorrect(pointer: string): AppError {
  const detail = 'Incorrect password'
  return new AppError('password_incorrect', { detail, errors: [{ pointer, detail }] })
}
