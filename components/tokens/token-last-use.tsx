import { RelativeTime } from '@/components/ui/relative-time'
import type { TokenView } from '@/lib/tokens/schema'

/** When a token was last used, and from which address. */
export function TokenLastUse({ token }: { token: Pick<TokenView, 'last_used_at' | 'last_used_ip'> }) {
  const { last_used_at, last_used_ip } = token
  if (last_used_at === null) return <span className="text-muted max-cards:text-note">Never used</span>
  return (
    <div className="max-cards:text-note max-cards:text-muted">
      <span className="cards:hidden">Used </span>
      <RelativeTime at={last_used_at} />
      {last_used_ip !== null && (
        <span className="wrap-anywhere cards:block cards:text-note cards:text-muted">
          <span className="cards:hidden"> from </span>
          {last_used_ip}
        </span>
      )}
    </div>
  )
}
