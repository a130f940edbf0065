/** What this deployment allows of a new token. */
export interface TokenPolicy {
  scopes: readonly string[]
  defaultTtlSeconds: number
  maxTtlSeconds: number
  canNeverEnd: boolean
  /** Where programs reach the API. */
  appOrigin: string
}
