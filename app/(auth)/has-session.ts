import { AppError } from '@/lib/errors/app-error'
import { findPagePrincipal } from '@/lib/http/page-principal'

/** Whether the visitor is signed in already. While that cannot be looked up it counts as no: the forms say themselves what fails. */
export async function hasSession(): Promise<boolean> {
  try {
    return (await findPagePrincipal()) !== null
  } catch (error) {
    if (error instanceof AppError && error.status === 503) return false
    throw error
  }
}
