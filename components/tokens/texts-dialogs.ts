/** The texts of the rotation’s suggestion, of extending to an earlier day, and of ending a grace period. */
export const dialogsTexts = {
  /** Why a rotation suggests how long the old token keeps working. */
  rotate: {
    recentlyUsed: 'Suggested because it was used in the last 7 days.',
    notRecentlyUsed: 'Suggested because it wasn’t used in the last 7 days.',
  },

  extend: {
    earlier: (sentence: string) => `${sentence} That’s earlier than its current expiry.`,
  },

  endGrace: {
    title: (name: string) => `Revoke the old token of ${name}?`,
    lead: 'Anything still using the old token stops working immediately. The new token keeps working.',
    /** Before a time. */
    lastUsed: 'The old token was last used',
    neverUsed: 'The old token has never been used.',
    until: (time: string) => `Otherwise it keeps working until ${time}.`,
    submit: 'Revoke old token',
  },
} as const
