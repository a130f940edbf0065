import type { FlowPolicy } from '@/components/device-flow/flow-policy'
import { deviceFlowTexts } from '@/components/device-flow/texts'
import { joinWords } from '@/components/ui/join-words'
import { Fact } from '@/components/ui/fact'
import { FactList } from '@/components/ui/fact-list'
import { formatDuration } from '@/components/ui/time/format-duration'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { DeviceRequestView } from '@/lib/domain/device-flow/schema'

const texts = deviceFlowTexts.review

/** What a device asks for. Its names are texts that a stranger may have chosen. */
export function RequestFacts({ request, policy }: { request: DeviceRequestView; policy: FlowPolicy }) {
  const { client_id, device_name, token_kind, scopes, expires_in_seconds, address, requested_at } = request
  return (
    <div>
      <FactList>
        <Fact name={texts.facts.app}>
          <bdi>{client_id}</bdi>
        </Fact>
        <Fact name={texts.facts.device}>{device_name === null ? texts.noDevice : <bdi>{device_name}</bdi>}</Fact>
        <Fact name={texts.facts.access}>{accessWords(token_kind, scopes)}</Fact>
        {token_kind === 'device' && (
          <Fact name={texts.facts.expires}>
            {texts.expires(formatDuration(expires_in_seconds ?? policy.deviceTtlSeconds))}
          </Fact>
        )}
        <Fact name={texts.facts.requested}>
          <RelativeTime at={requested_at} />
          {address !== null && ` ${texts.from} ${address}`}
        </Fact>
      </FactList>
      <p className="mt-2 text-note text-muted">{texts.names}</p>
    </div>
  )
}

function accessWords(kind: DeviceRequestView['token_kind'], scopes: readonly string[]): string {
  if (kind === 'device') return texts.access.device
  return scopes.length === 0 ? texts.access.personal : texts.access.scopes(joinWords(scopes))
}
