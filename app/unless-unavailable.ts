import { isAppError } from '@/lib/base/errors/app-error'

/** Returns what `find` finds, or null while the database is unavailable: for pages that can do without it. */
export async function unlessUnavailable<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find()
  } catch (error) {
    if (isAppError(error) && error.status === 503) return null
    throw error
  }
}
