import * as z from 'zod'
import { listHref } from '@/components/ui/table/list-href'
import { listEventsQuery } from '@/lib/domain/activity/schema'

const { kind, cursor } = listEventsQuery.shape

/** Query parameters of the activity page, named as in the API. Invalid values count as absent. */
export const activityAddress = z.object({ kind: kind.catch(undefined), cursor: cursor.catch(undefined) })

/** Builds the URL of the activity page for these parameters. */
export function activityHref(address: Partial<z.infer<typeof activityAddress>>): string {
  return listHref('/settings/activity', address)
}
