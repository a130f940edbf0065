import { isAppError } from '@/lib/base/errors/app-error'

/** Loads a page of a list for the web pages. Shows the first page if the cursor is not valid for this list. */
export async function firstPageOtherwise<T>(
  cursor: string | undefined,
  list: (cursor: string | undefined) => Promise<T>,
): Promise<T> {
  try {
    return await list(cursor)
  } catch (error) {
    if (cursor === undefined || !isAppError(error, 'invalid_input')) throw error
    return list(undefined)
  }
}
