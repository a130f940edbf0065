import { AsyncLocalStorage } from 'node:async_hooks'

const limits = new AsyncLocalStorage<AbortSignal>()

/**
 * Gives all outbound requests in `work` one time limit together: separate limits would add up. Inside another limit, both
 * apply.
 */
export function withinTimeLimit<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  return limits.run(AbortSignal.any([AbortSignal.timeout(limitMs), ...currentLimit()]), work)
}

/** Returns the signal that ends the outbound requests of the current work; none outside `withinTimeLimit`. */
export function currentLimit(): AbortSignal[] {
  const limit = limits.getStore()
  return limit === undefined ? [] : [limit]
}
