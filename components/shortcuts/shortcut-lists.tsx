'use client'

import { Keys } from '@/components/shortcuts/keys'
import { shortcutsTexts } from '@/components/shortcuts/texts'
import { useIsApple } from '@/components/shortcuts/use-is-apple'
import { useSingleKeys } from '@/components/shortcuts/use-single-keys'
import { PageSection } from '@/components/ui/page-section'

type Row = readonly [what: string, ...combinations: (readonly string[])[]]

const { anywhere, search, elsewhere } = shortcutsTexts

/** All shortcuts, by where they work. Those that the person turned off have no keys. */
export function ShortcutLists({ isOnAtFirst }: { isOnAtFirst: boolean }) {
  const command = useIsApple() ? '⌘' : 'Ctrl'
  const hasSingleKeys = useSingleKeys(isOnAtFirst)
  return (
    <>
      <ShortcutList
        {...anywhere}
        rows={[
          [anywhere.palette, [command, 'K']],
          hasSingleKeys ? [anywhere.search, ['/']] : [anywhere.search],
          hasSingleKeys ? [anywhere.help, ['?']] : [anywhere.help],
          [anywhere.messages, ['F8']],
          [anywhere.skip, ['Tab']],
        ]}
      />
      <ShortcutList
        {...search}
        rows={[
          [search.move, ['↓'], ['↑']],
          [search.choose, ['Enter']],
          [search.close, ['Esc'], [command, 'K']],
        ]}
      />
      <ShortcutList
        {...elsewhere}
        rows={[
          [elsewhere.open, ['↓'], ['Enter']],
          [elsewhere.move, ['↓'], ['↑']],
          [elsewhere.close, ['Esc']],
        ]}
      />
    </>
  )
}

function ShortcutList({ title, lead, rows }: { title: string; lead: string; rows: readonly Row[] }) {
  return (
    <PageSection title={title} lead={lead}>
      <dl className="divide-y divide-line rounded-card border border-line bg-surface">
        {rows.map(([what, ...combinations]) => (
          <div key={what} className="flex items-center justify-between gap-4 px-4 py-2.5">
            <dt className="min-w-0">{what}</dt>
            <dd className="shrink-0">
              {combinations.length > 0 ? (
                <Keys combinations={combinations} />
              ) : (
                <span className="text-muted">{shortcutsTexts.off}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </PageSection>
  )
}
