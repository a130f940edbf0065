import { joinWords } from '@/components/ui/join-words'
import { uiTexts } from '@/components/ui/texts'

/** The texts of the rotation’s suggestion, of ending its grace period, and of the summary above “Create token”. */
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

  /** One sentence about the token that a form would create. */
  summary: {
    creates: (scopes: string, expiry: string, emails: string) =>
      `This creates a token ${scopes} that ${expiry}${emails}.`,
    noScopes: 'without scopes',
    scope: (scope: string) => `with the scope ${scope}`,
    scopes: (scopes: string) => `with the scopes ${scopes}`,
    expires: (time: string) => `expires on ${time}`,
    expiresOrIdle: (time: string, duration: string) => `expires on ${time}, or earlier if unused for ${duration}`,
    neverExpires: 'doesn’t expire',
    idleOnly: (duration: string) => `expires only if unused for ${duration}`,
    emails: {
      times: (daysBefore: readonly number[]) =>
        `; you’ll get an email ${joinWords([...daysBefore.map((days) => `${uiTexts.time.days(days)} before`), 'at that time'])}`,
      unconfirmed: '; to get reminders, confirm an email address in your profile',
    },
  },
} as const
