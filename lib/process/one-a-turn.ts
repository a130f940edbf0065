import { AsyncResource } from 'node:async_hooks'

/**
 * Returns a function that starts jobs in order, one per turn of the event loop. Data from the network is read in
 * between and waits for at most one of them.
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
