'use client'

import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { useRevocationPreview, type Ending } from '@/components/admin/tokens/use-revocation-preview'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { RevocationPreview } from '@/lib/domain/admin/tokens/schema'

const texts = adminTokensTexts.impact

const CALLERS_MAX = 5

interface RevocationHitProps {
  ending: Ending
  /** What to call one of the affected items, in the singular. */
  noun: string
}

/** Shows what a revocation affects: the owners, and which tokens were used recently and from where. */
export function RevocationHit({ ending, noun }: RevocationHitProps) {
  const preview = useRevocationPreview(ending)
  return (
    <div role="status" className="grid gap-2 rounded-card border border-line bg-surface px-3.5 py-2.5">
      {preview === null && <p className="text-muted">{texts.loading}</p>}
      {preview === undefined && <p className="text-muted">{texts.unavailable}</p>}
      {preview && <Preview preview={preview} noun={noun} />}
    </div>
  )
}

function Preview({ preview, noun }: { preview: RevocationPreview; noun: string }) {
  const { token_count, remaining, owner_count, owners, recently_used_count, recent_callers } = preview
  const named = recent_callers.slice(0, CALLERS_MAX)
  const otherOwners = owner_count - owners.length
  return (
    <>
      <p className="wrap-anywhere">
        <span className="font-medium">{texts.count(token_count, noun)}</span>
        {texts.owners(owners, otherOwners)}.{remaining && ` ${texts.onlyFirst(token_count)}`}
      </p>
      <p className={recently_used_count > 0 ? 'text-warn' : 'text-muted'}>
        {recently_used_count === 0 ? texts.notUsed : texts.used(recently_used_count)}
      </p>
      {named.length > 0 && (
        <ul className="grid gap-1.5">
          {named.map(({ token_id, name, hint, owner, last_used_at, last_used_ip }) => (
            <li key={token_id} className="text-note wrap-anywhere">
              <span className="font-medium">{name}</span>{' '}
              <span className="font-mono text-label text-muted">{hint}</span>{' '}
              <span className="text-muted">
                {texts.ownedByUsed(owner)} <RelativeTime at={last_used_at} />
                {last_used_ip !== null && ` ${texts.from(last_used_ip)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
