import { activityHref } from '@/components/activity/activity-address'
import { activityTexts } from '@/components/activity/texts'
import { FilterLinks } from '@/components/ui/table/filter-links'
import { eventKinds, type EventKind } from '@/lib/domain/activity/schema'

const texts = activityTexts.filter

/** Links to the kinds of events. */
export function ActivityFilter({ kind: current }: { kind: EventKind | undefined }) {
  const links = [undefined, ...eventKinds].map((kind) => ({
    label: kind === undefined ? texts.all : texts.kinds[kind],
    href: activityHref({ kind }),
    isCurrent: kind === current,
  }))
  return <FilterLinks label={texts.label} links={links} />
}
