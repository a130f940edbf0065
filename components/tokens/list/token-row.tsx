import Link from 'next/link'
import { countedCalls } from '@/components/tokens/list/counted-calls'
import { TokenLastUse } from '@/components/tokens/list/token-last-use'
import { TokenRowActions } from '@/components/tokens/actions/token-actions'
import { TokenState } from '@/components/tokens/list/token-state'
import { tokenHref } from '@/components/tokens/page/token-href'
import { tokensTexts } from '@/components/tokens/texts'
import { tokenStateTexts } from '@/components/tokens/texts-state'
import { DataCell } from '@/components/ui/table/data-cell'
import { DataRow } from '@/components/ui/table/data-row'
import { SelectOne } from '@/components/ui/table/select-one'
import { Tag } from '@/components/ui/tag'
import type { TokenView } from '@/lib/domain/tokens/schema'
import type { TokenActivity as Activity } from '@/lib/domain/usage/schema'
import { inFigures } from '@/components/ui/chart/in-figures'
import { Sparkline } from '@/components/ui/chart/sparkline'
import { RelativeTime } from '@/components/ui/time/relative-time'

const { usage: usageTexts, state: stateTexts } = tokenStateTexts

interface TokenRowProps {
  token: TokenView
  activity: Activity | undefined
}

/** One token: a table row, or a card on narrow screens. A revoked token cannot be selected. */
export function TokenRow({ token, activity }: TokenRowProps) {
  const isRevoked = token.status === 'revoked'
  const grace = token.previous_secret
  return (
    <DataRow isOver={isRevoked} card="stacked:grid-cols-[auto_minmax(0,1fr)_auto]">
      <DataCell className="columns:pr-0 stacked:row-span-3 stacked:-ml-1">
        {!isRevoked && <SelectOne id={token.id} label={tokensTexts.table.select(token.name)} />}
      </DataCell>
      <DataCell className="stacked:col-start-2">
        <Link
          href={tokenHref(token.id)}
          prefetch={false}
          className={`rounded-tag font-medium wrap-anywhere hover:underline ${isRevoked ? 'line-through decoration-line-strong' : ''}`}
        >
          {token.name}
        </Link>
        <div className="font-mono text-label text-muted">{token.hint}</div>
        {grace !== null && (
          <div className="stacked:hidden">
            <TokenGrace grace={grace} />
          </div>
        )}
      </DataCell>
      <DataCell className="stacked:col-start-2 stacked:row-start-3">
        {token.scopes.length > 0 && (
          <div className="flex flex-wrap gap-1">
            {token.scopes.map((scope) => (
              <Tag key={scope}>{scope}</Tag>
            ))}
          </div>
        )}
      </DataCell>
      <DataCell className="stacked:col-span-2 stacked:col-start-2 stacked:row-start-2">
        <TokenLastUse token={token} />
        {activity !== undefined && activity.refused > 0 && (
          <div className="text-note text-pretty text-warn">
            {usageTexts.in30Days(countedCalls(activity.refused, usageTexts.rejected))}
          </div>
        )}
        {/* Only cards have room for it here. */}
        {grace !== null && (
          <div className="columns:hidden">
            <TokenGrace grace={grace} />
          </div>
        )}
      </DataCell>
      <DataCell className="stacked:hidden">
        <TokenActivity activity={activity} />
      </DataCell>
      <DataCell className="stacked:col-start-3 stacked:row-start-1 stacked:max-w-36 stacked:text-right">
        <TokenState token={token} />
      </DataCell>
      <DataCell className="text-right columns:pl-0 stacked:col-start-3 stacked:row-start-3 stacked:-my-2 stacked:-mr-2 stacked:self-end">
        <TokenRowActions token={token} />
      </DataCell>
    </DataRow>
  )
}

/** A token’s requests in the last 30 days, as a number and a line chart. Renders nothing when it was not used. */
function TokenActivity({ activity }: { activity: Activity | undefined }) {
  if (activity === undefined || activity.calls === 0) return null
  const busiest = inFigures(Math.max(...activity.days))
  return (
    <>
      <div className="tabular-nums">{inFigures(activity.calls)}</div>
      <Sparkline values={activity.days} label={usageTexts.busiestDay(countedCalls(activity.calls), busiest)} />
    </>
  )
}

/** How long the key before a rotation still works, and when it was last used. */
function TokenGrace({ grace }: { grace: NonNullable<TokenView['previous_secret']> }) {
  return (
    <div className="text-note text-pretty text-warn">
      {stateTexts.oldToken.expires} <RelativeTime at={grace.valid_until} />,{' '}
      {grace.last_used_at === null ? (
        stateTexts.oldToken.neverUsed
      ) : (
        <>
          {stateTexts.oldToken.lastUsed} <RelativeTime at={grace.last_used_at} />
        </>
      )}
    </div>
  )
}
