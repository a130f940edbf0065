/** What a token’s state and use are called, in every list and on every page. */
export const tokenStateTexts = {
  usage: {
    request: 'request',
    requests: 'requests',
    rejected: 'rejected',
    neverUsed: 'Never used',
    used: 'Used',
    from: 'from',
    /** `requests` is a number with its noun: “36 rejected requests”. */
    in30Days: (requests: string) => `${requests} in 30 days`,
    busiestDay: (requests: string, peak: string) => `${requests} in 30 days, ${peak} on the busiest day`,
    loading: 'Loading usage…',
    unavailable: 'Usage is unavailable right now.',
    none: 'No requests in 30 days',
    fromAddresses: (addresses: string) => ` from ${addresses}`,
    alsoRejected: (count: number) => `; ${count} rejected`,
  },

  state: {
    expired: 'Expired',
    noExpiry: 'No expiry',
    /** After the time at which the token expires. */
    orIdle: (duration: string) => `or if unused for ${duration}`,
    /** After “No expiry”. */
    unlessIdle: (duration: string) => `unless unused for ${duration}`,
    revoked: 'Revoked',
    revokedFor: {
      lost_device: 'Revoked · device lost',
      leaked: 'Revoked · leaked',
      unused: 'Revoked · unused',
      replaced: 'Revoked · replaced',
      signed_out: 'Signed out',
      session_policy: 'Signed out · device limit',
      password_changed: 'Revoked · password changed',
      owner_deactivated: 'Revoked · account deactivated',
      administrator: 'Revoked · by an administrator',
      reuse_detected: 'Revoked · reuse detected',
    },
    /** About the token that a rotation replaced; its parts surround two times. */
    oldToken: { expires: 'Old token expires', neverUsed: 'never used', lastUsed: 'last used' },
  },
} as const
