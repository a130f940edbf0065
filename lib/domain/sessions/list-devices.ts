import type { Principal } from '@/lib/keys/principal'
import { describeClient } from '@/lib/base/describe-client'
import type { DeviceView } from '@/lib/domain/sessions/schema'
import { getToken } from '@/lib/domain/tokens/get-token'
import { listTokens } from '@/lib/domain/tokens/list-tokens'
import type { TokenView } from '@/lib/domain/tokens/schema'

const DEVICES_PER_PAGE = 100

/** The devices of an account: the one that sends the request, and a page of the others. */
interface Devices {
  current: DeviceView
  others: DeviceView[]
  nextCursor: string | null
}

/**
 * Lists the live sessions, apps and API clients of the principal's account, most recently used first.
 * @throws AppError invalid_input when the cursor belongs to another list; token_not_found when the acting token was
 * deleted meanwhile
 */
export async function listDevices(principal: Principal, cursor: string | undefined): Promise<Devices> {
  const { items, next_cursor } = await listTokens(principal, {
    kind: ['session', 'device', 'refresh'],
    status: 'active',
    sort: '-last_used_at',
    limit: DEVICES_PER_PAGE,
    cursor,
  })
  const current = await getToken(principal, principal.tokenId)
  return {
    current: present(current),
    others: items.filter((token) => !token.current).map(present),
    nextCursor: next_cursor,
  }
}

function present(token: TokenView): DeviceView {
  return { ...token, client: describeClient(token.user_agent) }
}
