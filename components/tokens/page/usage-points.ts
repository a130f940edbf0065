import { DAY_MS } from '@/lib/base/durations'
import type { TokenUsage } from '@/lib/domain/usage/schema'

type Hours = TokenUsage['items']

interface Counts {
  up: number
  down: number
}

/** At this many rejected requests within an hour, something keeps using a dead token. */
const BURST_MIN = 10

/** Sums up accepted and rejected requests for each of the last days up to today, in UTC, oldest first. */
export function usageByDay(hours: Hours, nowMs: number, count: number): (Counts & { day: string })[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(nowMs - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10)
    return { day, ...sum(hours.filter(({ hour }) => hour.startsWith(day))) }
  })
}

/** Returns the requests of each hour of a day in UTC, such as `2026-11-22`. */
export function usageByHour(hours: Hours, day: string): (Counts & { hour: string })[] {
  return Array.from({ length: 24 }, (_, index) => {
    const hour = String(index).padStart(2, '0')
    return { hour: `${hour}:00`, ...sum(hours.filter((item) => item.hour.startsWith(`${day}T${hour}`))) }
  })
}

/** Returns the hours in which many requests were rejected. */
export function rejectionBursts(hours: Hours): { at: string; count: number }[] {
  return hours.filter(({ refused }) => refused >= BURST_MIN).map(({ hour, refused }) => ({ at: hour, count: refused }))
}

function sum(hours: Hours): Counts {
  return hours.reduce(({ up, down }, { count, refused }) => ({ up: up + count, down: down + refused }), {
    up: 0,
    down: 0,
  })
}
