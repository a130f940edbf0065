import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '@/lib/edge/serve/guard-request'
import { noteRequest } from '@/lib/base/metrics/request-durations'
import { routeTemplate } from '@/lib/edge/metrics/route-template'

/** Records a request in the metrics once its response is sent or its client is gone. */
export function noteWhenDone(request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now()
  const route = routeTemplate(pathOf(request))
  response.once('close', () => noteRequest(route, request.method, response.statusCode, performance.now() - started))
}
