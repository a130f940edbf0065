import type { Metric } from 'prom-client'
import { DURATION_BOUNDS, requestSeries, type RequestSeries } from '@/lib/base/metrics/request-durations'

const NAME = 'latchkey_http_request_duration_seconds'
const HELP = 'HTTP request duration in seconds, by route, method and status class'

interface Value {
  metricName: string
  labels: Record<string, string | number>
  value: number
}

/**
 * Returns the requests as a Prometheus histogram. The library's own histogram would look up its labels on every
 * request; this one is assembled when it is scraped.
 */
export function requestHistogram(): Metric {
  const get = async () => ({
    name: NAME,
    help: HELP,
    type: 'histogram',
    values: requestSeries().flatMap(valuesOf),
    aggregator: 'sum',
  })
  return { name: NAME, get, reset: () => undefined } as unknown as Metric
}

function valuesOf({ route, method, status, buckets, totalSeconds }: RequestSeries): Value[] {
  const labels = { route, method, status }
  let total = 0
  const cumulative = [...DURATION_BOUNDS, '+Inf'].map((le, index) => {
    total += buckets[index] ?? 0
    return { metricName: `${NAME}_bucket`, labels: { le, ...labels }, value: total }
  })
  return [
    ...cumulative,
    { metricName: `${NAME}_sum`, labels, value: totalSeconds },
    { metricName: `${NAME}_count`, labels, value: total },
  ]
}
