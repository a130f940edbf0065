import { contracts } from '@/lib/edge/contracts'
import type { ErrorStyle } from '@/lib/edge/problems/error-answer'

const styles: ReadonlyMap<string, ErrorStyle> = new Map(contracts.map((contract) => [contract.path, contract]))

/** How errors look at a path, with or without needless slashes: what its contract says, for callers that only know the path. */
export function errorStyleOf(path: string): ErrorStyle {
  return styles.get(path.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '')) ?? {}
}
