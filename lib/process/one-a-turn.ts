import { AsyncResource } from 'node:async_hooks'

/**
 * Starts what it is given in order, one a turn of the event loop: what came over the network
 * meanwhile is read in between, and waits for one of them at most.
 */
export function oneATurn(): (start: () => unknown) => void {
  const waiting: (() => unknown)[] = []
  const startFirst = () => {
    waiting[0]?.()
    waiting.shift()
    if (waiting.length > 0) setImmediate(startFirst)
  }
  return (start) => {
    if (waiting.push(AsyncResource.bind(start)) === 1) setImmediate(startFirst)
  }
}
