import { singleton } from '@/lib/base/singleton'

/** Upper bounds, in seconds; what takes longer than the last has a bucket of its own. */
export const DURATION_BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

const STATUS_CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The requests that are told apart by nothing else, by how long they took. */
export interface RequestSeries {
  route: string
  /** `other` for what HTTP does not know by name here. */
  method: string
  /** `2xx`. */
  status: string
  /** How many fell below each bound, and above the one before; the last ones above all. */
  buckets: number[]
  totalSeconds: number
}

/** By the route, few for each: a key made of all three would cost more than all else here. */
const allSeries = () => singleton('request-durations', () => new Map<string, RequestSeries[]>())

/** Notes how long a request took, in milliseconds. `route` is a template, never what a client made up. */
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

/** What was noted since the process began. */
export function requestSeries(): readonly RequestSeries[] {
  return [...allSeries().values()].flat()
}
