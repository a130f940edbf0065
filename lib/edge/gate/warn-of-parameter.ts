import { nowMs } from '@/lib/base/clock'
import { pointerToUnknown } from '@/lib/edge/problems/pointer-to'
import { log } from '@/lib/base/log'
import { singleton } from '@/lib/base/singleton'

const QUIET_MS = 60_000

const state = () => singleton('verify-parameter-warning', () => ({ quietUntil: 0, unlogged: 0 }))

/**
 * Logs a warning about an unknown or repeated query parameter of verification. It is most likely a typo in a proxy's
 * configuration, which would let in requests that should be rejected. Logs at most once a minute, so that nobody can
 * flood the log.
 */
export function warnOfParameter(name: string, address: string | null): void {
  const current = state()
  const at = nowMs()
  if (at < current.quietUntil) {
    current.unlogged += 1
    return
  }
  const parameter = pointerToUnknown('', name).slice(1)
  const line = { parameter, address, unlogged_before: current.unlogged }
  log().warn(line, 'verification rejected a request: unknown or repeated query parameter')
  current.quietUntil = at + QUIET_MS
  current.unlogged = 0
}
