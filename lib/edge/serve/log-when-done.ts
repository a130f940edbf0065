import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '@/lib/edge/serve/guard-request'
import { log, loggedPath } from '@/lib/base/log'

/** Logs a request at the level `debug` once it is answered. Does nothing if that level is off. */
export function logWhenDone(
  request: IncomingMessage,
  response: ServerResponse,
  { requestId, address }: { requestId: string; address: string | null },
): void {
  if (!log().isLevelEnabled('debug')) return
  const started = performance.now()
  const { method } = request
  const path = loggedPath(pathOf(request))
  response.once('close', () => {
    const duration_ms = Math.round(performance.now() - started)
    log().debug({ request_id: requestId, address, method, path, status: response.statusCode, duration_ms }, 'request')
  })
}
