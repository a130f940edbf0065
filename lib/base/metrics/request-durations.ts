import { singleton } from '@/lib/base/singleton'

/** Upper bounds of the buckets, in seconds. Requests above the last bound have a separate bucket. */
export const DURATION_BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

const STATUS_CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The durations of all requests with the same route, method and status class. */
export interface RequestSeries {
  route: string
  /** `other` for a method outside METHODS. */
  method: string
  /** The status class, such as `2xx`. */
  status: string
  /** How many requests fell between each bound and the one before it; the last number counts those above all bounds. */
  buckets: number[]
  totalSeconds: number
}

/** By route, with a few series for each. A key made of all three labels would cost more than everything else here. */
const allSeries = () => singleton('request-durations', () => new Map<string, RequestSeries[]>())

/** Records how long a request took, in milliseconds. `route` is a template, never a text from a client. */
export function noteRequest(route: string, method: string | undefined, status: number, durationMs: number): void {
  const known = method !== undefined && METHODS.has(method) ? method : 'other'
  const statusClass = STATUS_CLASSES[Math.floor(status / 100) - 1] ?? 'other'
  const series = seriesOf(route, known, statusClass)
  const seconds = durationMs / 1000
  let bucket = 0
  while (bucket < DURATION_BOUNDS.length && seconds > (DURATION_BOUNDS[bucket] ?? 0)) bucket += 1
  series.buckets[bucket] = (series.buckets[bucket] ?? 0) + 1
  series.totalSeconds += seconds
}

function seriesOf(route: string, method: string, status: string): RequestSeries {
  const all = allSeries()
  const ofRoute = all.get(route) ?? []
  const known = ofRoute.find((one) => one.method === method && one.status === status)
  if (known !== undefined) return known
  const buckets = Array<number>(DURATION_BOUNDS.length + 1).fill(0)
  const series = { route, method, status, buckets, totalSeconds: 0 }
  all.set(route, [...ofRoute, series])
  return series
}

/** Returns everything recorded since the process started. */
export function requestSeries(): readonly RequestSeries[] {
  return [...allSeries().values()].flat()
}
