import { RelativeTime } from '@/components/ui/time/relative-time'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** That the key before a rotation still works: until when, and whether somebody uses it. */
export function TokenGrace({ grace }: { grace: NonNullable<TokenView['previous_secret']> }) {
  return (
    <div className="text-note text-pretty text-warn">
      Old key ends <RelativeTime at={grace.valid_until} />,{' '}
      {grace.last_used_at === null ? (
        'never used'
      ) : (
        <>
          last used <RelativeTime at={grace.last_used_at} />
        </>
      )}
    </div>
  )
}
