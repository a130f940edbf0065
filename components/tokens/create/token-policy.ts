/** What this deployment allows for a new token. */
export interface TokenPolicy {
  scopes: readonly string[]
  defaultTtlSeconds: number
  maxTtlSeconds: number
  canNeverEnd: boolean
  /** Where programs reach the API. */
  appOrigin: string
  /**
   * Whether the owner gets emails about the expiry of tokens; `unconfirmed` if only a confirmed email address is missing.
   * Needed only where tokens are created.
   */
  reminders?: 'off' | 'unconfirmed' | 'on'
}
