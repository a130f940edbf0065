import type { Principal } from '@/lib/keys/principal'
import { describeClient } from '@/lib/base/describe-client'
import type { DeviceView } from '@/lib/domain/sessions/schema'
import { getToken } from '@/lib/domain/tokens/get-token'
import { listTokens } from '@/lib/domain/tokens/list-tokens'
import type { TokenView } from '@/lib/domain/tokens/schema'

const DEVICES_PER_PAGE = 100

/** What is signed in for an account: the one that asks, and a page of the others. */
interface Devices {
  current: DeviceView
  others: DeviceView[]
  nextCursor: string | null
}

/**
 * The sessions, devices and refresh families that can act for the principal's account at
 * this moment, the last seen first.
 * @throws AppError invalid_input when the cursor is of another list; token_not_found when the
 * one that asks has ended meanwhile
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
