import { isAppError } from '@/lib/base/errors/app-error'

/** A page of a list for people: a cursor that is not of this list shows the first page, as a missing one does. */
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
