/** What this deployment allows for a new token. */
export interface TokenPolicy {
  scopes: readonly string[]
  defaultTtlSeconds: number
  maxTtlSeconds: number
  canNeverEnd: boolean
  /** Where programs reach the API. */
  appOrigin: string
}
