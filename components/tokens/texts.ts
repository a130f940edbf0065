import { emptyViewTexts } from '@/components/tokens/texts-empty'

const ENDED_VIEW = 'Expired & revoked'

/** Every text that people read or hear on the token pages and in the token dialogs. */
export const tokensTexts = {
  page: {
    title: 'Tokens',
    lead: 'Use one token per app or device. If one leaks, revoke just that one and nothing else breaks.',
    loading: 'Loading tokens…',
  },

  noTokens: {
    title: 'No tokens yet',
    text: 'Create a token for a script, sensor or backup job. You’ll see it once, and you can revoke it here at any time.',
  },

  /** The views of the list. */
  views: {
    active: 'Active',
    ending: 'Expiring soon',
    unused: (days: number) => `Unused for ${days} days`,
    ended: ENDED_VIEW,
  },

  toolbar: {
    search: 'Search tokens',
    searchPlaceholder: 'Search by name or last 4 characters',
    views: 'Filter tokens',
    selectAll: 'Select all on this page',
    selectAllShort: 'Select all',
    sort: 'Sort',
    orders: {
      newest: 'Newest first',
      oldest: 'Oldest first',
      name: 'Name A–Z',
      nameReversed: 'Name Z–A',
      lastUsed: 'Recently used',
      longestUnused: 'Least recently used',
      expiringFirst: 'Expiring first',
      expiringLast: 'Expiring last',
    },
  },

  emptyView: {
    active: {
      title: 'No active tokens',
      text: 'Tokens that work appear here.',
      elsewhere: `Show ${ENDED_VIEW.toLowerCase()}`,
    },
    ...emptyViewTexts,
    ended: {
      title: 'No expired or revoked tokens',
      text: 'Revoked tokens stay here for 90 days. Expired tokens appear here too.',
    },
    elsewhere: 'Show active tokens',
  },

  noMatch: {
    title: 'No matching tokens',
    text: {
      active: (q: string) => `No active tokens match “${q}”.`,
      ending: (q: string) => `No tokens expiring soon match “${q}”.`,
      unused: (q: string) => `No unused tokens match “${q}”.`,
      ended: (q: string) => `No expired or revoked tokens match “${q}”.`,
    },
    hint: 'You can search by name or by a token’s last characters.',
    /** Links to the matches in another view. */
    elsewhere: {
      active: (count: number) => `Show ${count} active ${count === 1 ? 'match' : 'matches'}`,
      ending: (count: number) => `Show ${count} ${count === 1 ? 'match' : 'matches'} expiring soon`,
      unused: (count: number) => `Show ${count} unused ${count === 1 ? 'match' : 'matches'}`,
      ended: (count: number) => `Show ${count} expired or revoked ${count === 1 ? 'match' : 'matches'}`,
    },
    clear: 'Clear search',
  },

  table: {
    label: 'Tokens',
    selection: 'Selection',
    name: 'Name',
    scopes: 'Scopes',
    lastUsed: 'Last used',
    requests: 'Requests, 30 days',
    expires: 'Expires',
    actions: 'Actions',
    select: (name: string) => `Select ${name}`,
    selected: 'Selected tokens',
  },

  pager: { label: 'Token pages', first: 'First page', next: 'Next page' },

  /** Above the list, about the token that expires first; its parts surround a name and a time. */
  expiryNotice: {
    expires: 'expires',
    several: (count: number, days: number) => `${count} tokens expire within ${days} days.`,
    isFirst: 'is first,',
    neverUsed: 'It has never been used.',
    lastUsed: 'Last used',
    from: (address: string) => `from ${address}`,
    extend: (day: string) => `Extend to ${day}`,
    extendToken: (day: string, name: string) => `Extend to ${day}: ${name}`,
    rotate: 'Rotate',
    rotateToken: (name: string) => `Rotate ${name}`,
    viewAll: (count: number) => (count === 2 ? 'View both' : `View all ${count}`),
  },

  reveal: {
    title: 'Copy your new token',
    lead: 'You won’t see it again. Latchkey stores only a hash of it.',
    token: 'the token',
    download: 'Download .env',
    done: 'Done, I’ve saved it',
    waiting: 'Waiting for the first request… Use the token to test it.',
    arrived: 'It works! First request received.',
    arrivedFrom: (address: string) => `It works! First request received from ${address}.`,
  },

  actions: {
    menu: (name: string) => `Actions for ${name}`,
    rename: 'Rename…',
    extend: 'Extend…',
    rotate: 'Rotate…',
    revokeOld: 'Revoke old token now…',
    revoke: 'Revoke…',
    oldRevoked: (name: string) => `Old token for ${name} revoked.`,
  },

  rename: {
    title: (name: string) => `Rename ${name}`,
    lead: 'Nothing breaks: the token itself stays the same.',
    name: 'Name',
    submit: 'Rename',
    done: (before: string, after: string) => `Renamed ${before} to ${after}.`,
  },

  extend: {
    title: (name: string) => `Extend ${name}`,
    lead: 'Nothing breaks: the token itself stays the same.',
    expiredLead: 'This token has expired. Extending it makes it work again immediately.',
    label: 'New expiry, from now',
    submit: 'Extend',
    done: (name: string, time: string) => `${name} now expires on ${time}.`,
  },

  rotate: {
    title: (name: string) => `Rotate ${name}`,
    lead: 'You’ll get a new token to replace the old one. Name, scopes and expiry stay the same.',
    submit: 'Rotate',
    label: 'Old token keeps working for',
    graces: { none: 'Not at all', hour: '1 hour', day: '24 hours' },
    stopsNow: 'The old token stops working immediately.',
    bothUntil: (time: string) => `Both tokens work until ${time}.`,
    hasOlder:
      'A token from an earlier rotation still works. Rotating again revokes it now: at most two can work at once.',
  },

  revoke: {
    open: 'Revoke…',
    /** `what` is the name of a token, or a number of tokens. */
    title: (what: string) => `Revoke ${what}?`,
    several: (count: number) => `${count} tokens`,
    lead: (isOne: boolean) => `Anything still using ${isOne ? 'it' : 'them'} stops working immediately.`,
    andMore: (count: number) => `and ${count} more`,
    reason: 'Reason',
    reasons: {
      unspecified: 'No reason given',
      lost_device: 'Lost device',
      leaked: 'Leaked',
      unused: 'No longer used',
      replaced: 'Replaced',
    },
    submit: 'Revoke',
    isFinal: 'You can’t undo this.',
    isFinalForLeaked: 'Leaked tokens can’t be restored. Create a new one instead.',
    isUndoable: 'You can undo this for 24 hours.',
    done: (what: string) => `${what} revoked.`,
  },

  revokeUnused: {
    open: (count: number) => (count === 1 ? 'Revoke unused token…' : `Revoke all ${count} unused tokens…`),
    title: (count: number) => (count === 1 ? 'Revoke this unused token?' : `Revoke all ${count} unused tokens?`),
    /** Surround a day. */
    createdBefore: 'Created before',
    notUsedSince: 'and not used since.',
    done: (count: number) => `${count} ${count === 1 ? 'token' : 'tokens'} revoked.`,
    doneUndoable: (count: number) =>
      count === 1
        ? `1 token revoked. You can restore it for 24 hours under “${ENDED_VIEW}”.`
        : `${count} tokens revoked. You can restore them for 24 hours under “${ENDED_VIEW}”.`,
  },

  undo: {
    button: 'Undo',
    buttonOf: (name: string) => `Undo revoking ${name}`,
    /** Another way to undo, for people who cannot reach the button in time. */
    otherWay: `Undo it under “${ENDED_VIEW}” instead.`,
    done: (what: string) => `${what} restored.`,
    several: (count: number) => `${count} tokens`,
  },
} as const
