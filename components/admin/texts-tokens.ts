import { inFigures } from '@/components/ui/chart/in-figures'
import { emptyViewTexts } from '@/components/tokens/texts-empty'

interface OwnerCount {
  username: string
  token_count: number
}

const counted = (count: number, noun: string) => `${inFigures(count)} ${count === 1 ? noun : `${noun}s`}`

/** The texts of the page of all tokens, and of the dialogs that revoke tokens of any account. */
export const adminTokensTexts = {
  page: {
    title: 'All tokens',
    lead: 'Tokens and sessions of every account. You can revoke any of them, but secrets are never shown.',
    loading: 'Loading tokens…',
    pages: 'Token pages',
  },

  /** The parts of the list. */
  parts: {
    active: 'Active',
    ending: 'Expiring soon',
    unused: (days: number) => `Unused for ${days} days`,
    expired: 'Expired',
    revoked: 'Revoked',
    all: 'All',
  },

  toolbar: {
    search: 'Search tokens',
    searchPlaceholder: 'Start of name or last 4 characters',
    owner: 'Owner',
    ownerPlaceholder: 'Owner’s exact username or email',
    parts: 'Filter tokens',
    type: 'Type',
    allTypes: 'All types',
    selectAll: 'Select all on this page',
    selectAllShort: 'Select all',
  },

  empty: {
    active: { title: 'No active tokens', text: 'Active tokens and sessions of every account appear here.' },
    ...emptyViewTexts,
    expired: { title: 'No expired tokens', text: 'Tokens appear here once they expire.' },
    revoked: { title: 'No revoked tokens', text: 'Tokens appear here once they’re revoked.' },
    all: { title: 'No tokens', text: 'Tokens and sessions of every account appear here.' },
    showAll: 'Show all tokens',
  },

  noMatch: {
    title: 'No matching tokens',
    text: (part: string) => `No tokens under “${part}” match these filters.`,
    /** With a search, and perhaps other filters. */
    textOfSearch: (part: string, q: string, hasOtherFilters: boolean) =>
      `No token under “${part}”${hasOtherFilters ? ' that matches the other filters' : ''} has a name starting with “${q}” or those last 4 characters.`,
    searchAll: 'Search all tokens',
    clear: 'Clear filters',
  },

  table: {
    label: 'Tokens',
    selection: 'Selection',
    token: 'Token',
    owner: 'Owner',
    lastUsed: 'Last used',
    expires: 'Expires',
    actions: 'Actions',
    select: (name: string, owner: string) => `Select ${name}, owned by ${owner}`,
    selected: 'Selected tokens',
    thisBrowser: 'This browser',
    /** Before the owner, where the column has no head. */
    ownedBy: 'Owned by',
    deactivated: 'Deactivated',
  },

  find: {
    open: 'Look up a leaked token',
    title: 'Look up a leaked token',
    lead: 'Paste the full token, for example from a log. It isn’t stored.',
    token: 'Token',
    /** Names what the field hides: “Show token”. */
    what: 'token',
    submit: 'Look up',
    found: {
      title: 'Token found',
      lead: 'Here’s the token and its owner.',
      owner: 'Owner',
      deactivated: '(deactivated)',
      lastUsed: 'Last used',
      expires: 'Expires',
      close: 'Close',
      revoke: 'Revoke…',
    },
  },

  revoke: {
    open: 'Revoke…',
    openOf: (name: string, owner: string) => `Revoke ${name}, owned by ${owner}`,
    openMatching: 'Revoke all matching…',
    /** `what` is the name of a token, `selected` or `matching`. */
    title: (what: string) => `Revoke ${what}?`,
    selected: (count: number) => (count === 1 ? 'the selected token' : `${inFigures(count)} selected tokens`),
    matching: 'all matching tokens',
    lead: (isOne: boolean) => `Anything using ${isOne ? 'it' : 'them'} stops working immediately.`,
    done: (count: number) => (count === 0 ? 'Nothing to revoke.' : `${counted(count, 'token')} revoked.`),
    more: 'More tokens match. Revoke again for the rest.',
  },

  /** What a revocation affects. */
  impact: {
    /** What to call one of the affected items. */
    token: 'token',
    credential: 'credential',
    loading: 'Checking impact…',
    unavailable: 'Impact unavailable right now. You can still revoke.',
    count: counted,
    /** After the count. The numbers are left out for a single owner. */
    owners: (owners: readonly OwnerCount[], otherCount: number) => {
      const [first] = owners
      if (first === undefined) return ''
      if (owners.length === 1 && otherCount === 0) return `, owned by ${first.username}`
      const named = owners.map(({ username, token_count }) => `${username} (${inFigures(token_count)})`).join(', ')
      return `, owned by ${named}${otherCount > 0 ? ` and ${counted(otherCount, 'more account')}` : ''}`
    },
    onlyFirst: (count: number) => `Only the first ${inFigures(count)} are revoked. Repeat for the rest.`,
    notUsed: 'Not used in the last 7 days.',
    used: (count: number) => `${inFigures(count)} used in the last 7 days:`,
    /** Between a token and the relative time of its last use. */
    ownedByUsed: (owner: string) => `owned by ${owner}, used`,
    from: (address: string) => `from ${address}`,
  },
} as const
