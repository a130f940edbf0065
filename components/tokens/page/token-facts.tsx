import { TokenLastUse } from '@/components/tokens/list/token-last-use'
import { TokenState } from '@/components/tokens/list/token-state'
import { NextSteps } from '@/components/tokens/page/next-steps'
import { tokenPageTexts } from '@/components/tokens/texts-page'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import { StateDot } from '@/components/ui/state-dot'
import { Tag } from '@/components/ui/tag'
import { DayTime } from '@/components/ui/time/day-time'
import { formatDuration } from '@/components/ui/time/format-duration'
import type { TokenView } from '@/lib/domain/tokens/schema'

const words = tokenPageTexts.status

interface TokenFactsProps {
  token: TokenView
  /** The name of the program that created the token, such as “Firefox on Linux”. */
  client: string | null
  isMailed: boolean
}

/** What a token is, what it may do, where it comes from, and what happens next. */
export function TokenFacts({ token, client, isMailed }: TokenFactsProps) {
  const { scopes, created_at, created_ip, idle_seconds } = token
  return (
    <FactList>
      <Fact name={words.state}>
        {token.status === 'active' ? <StateDot tone="live">{words.active}</StateDot> : <TokenState token={token} />}
      </Fact>
      <Fact name={words.next}>
        <NextSteps token={token} isMailed={isMailed} />
      </Fact>
      <Fact name={words.scopes}>
        {scopes.length === 0 ? (
          <span className="text-muted">{words.noScopes}</span>
        ) : (
          <span className="flex flex-wrap gap-1">
            {scopes.map((scope) => (
              <Tag key={scope}>{scope}</Tag>
            ))}
          </span>
        )}
      </Fact>
      <Fact name={words.lastUsed}>
        <TokenLastUse token={token} />
      </Fact>
      <Fact name={words.limit}>{idle_seconds === null ? words.noLimit : formatDuration(idle_seconds)}</Fact>
      <Fact name={words.created}>
        <DayTime at={created_at} />
        <span className="text-muted">
          {created_ip !== null && ` ${words.from(created_ip)}`}
          {client !== null && ` ${words.with(client)}`}
        </span>
      </Fact>
    </FactList>
  )
}
