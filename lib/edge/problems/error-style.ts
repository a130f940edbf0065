import { contracts } from '@/lib/edge/contracts'
import type { ErrorStyle } from '@/lib/edge/problems/error-answer'

const styles: ReadonlyMap<string, ErrorStyle> = new Map(contracts.map((contract) => [contract.path, contract]))

/**
 * Returns the error style of a path, with or without needless slashes, for callers that know only the path and not its
 * contract.
 */
export function errorStyleOf(path: string): ErrorStyle {
  return styles.get(path.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '')) ?? {}
}
