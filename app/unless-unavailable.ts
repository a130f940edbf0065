import { isAppError } from '@/lib/base/errors/app-error'

/** What `find` finds, or null while the database cannot say: for pages that need not know. */
export async function unlessUnavailable<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find()
  } catch (error) {
    if (isAppError(error) && error.status === 503) return null
    throw error
  }
}
