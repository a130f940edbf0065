/** The texts of the activity page and of the list on the security page, apart from `event-words.ts`. */
export const activityTexts = {
  page: {
    title: 'Activity',
    lead: 'Sign-ins and changes to your account, and where they came from. If something wasn’t you, change your password.',
    loading: 'Loading activity…',
  },
  filter: {
    label: 'Filter activity',
    all: 'All',
    kinds: { sign_ins: 'Sign-ins', tokens: 'Tokens and devices', account: 'Account' },
  },
  /** Who did it. */
  actors: {
    you: 'You',
    administrator: 'An administrator',
    operator: 'The command line',
    server: 'The server',
    visitor: 'Someone not signed in',
  },
  empty: {
    title: 'No such activity',
    text: 'Nothing of this kind has happened in your account.',
    showAll: 'Show all activity',
  },
  pager: {
    label: 'Activity pages',
    first: 'Back to newest',
    next: 'Older',
  },
  recent: {
    title: 'Recent activity',
    lead: 'The latest sign-ins and changes to your account. If something wasn’t you, change your password.',
    loading: 'Loading activity…',
    viewAll: 'View all activity',
  },
} as const
