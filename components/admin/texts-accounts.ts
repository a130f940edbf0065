import { inFigures } from '@/components/ui/chart/in-figures'

/** The texts of the list of accounts, of an account’s page, and of what an administrator can do to an account. */
export const adminAccountsTexts = {
  page: {
    title: 'Accounts',
    lead: 'All accounts, active and deactivated.',
    loading: 'Loading accounts…',
    invitations: 'Invitations',
    pages: 'Account pages',
  },

  /** The parts of the list. */
  parts: {
    all: 'All',
    active: 'Active',
    admins: 'Administrators',
    inactive: 'Deactivated',
    unseen: (days: number) => `Not seen at their provider for ${days} days`,
  },

  toolbar: {
    search: 'Search accounts',
    searchPlaceholder: 'Start of username or email',
    parts: 'Filter accounts',
    sort: 'Sort',
    orders: {
      newest: 'Newest first',
      oldest: 'Oldest first',
      name: 'Username A–Z',
      nameReversed: 'Username Z–A',
    },
  },

  empty: {
    all: { title: 'No accounts', text: 'Accounts appear here once they’re created.' },
    active: { title: 'No active accounts', text: 'Accounts that can sign in appear here.' },
    admins: { title: 'No administrators', text: 'Accounts with the admin role appear here.' },
    inactive: { title: 'No deactivated accounts', text: 'Accounts that an administrator deactivates appear here.' },
    unseen: {
      title: 'No accounts to review',
      text: (days: number) =>
        `Active accounts that haven’t used any of their linked providers for ${days} days appear here.`,
    },
    showAll: 'Show all accounts',
  },

  noMatch: {
    title: 'No accounts found',
    /** `part` is undefined when the search covers all accounts. */
    text: (q: string, part: string | undefined) =>
      `No account${part === undefined ? '' : ` under “${part}”`} has a username or email starting with “${q}”.`,
    searchAll: 'Search all accounts',
    clear: 'Clear search',
  },

  table: {
    label: 'Accounts',
    account: 'Account',
    status: 'Status',
    lastSignIn: 'Last sign-in',
    lastProviderSignIn: 'Last at provider',
    created: 'Created',
    actions: 'Actions',
    you: '(you)',
    /** After the email address. */
    unconfirmed: ' · Unconfirmed',
    never: 'Never',
    /** Where the columns have no heads: “Never signed in”, “Last signed in 2 days ago”, “Created 3 Nov 2026”. */
    neverSignedIn: 'signed in',
    signedIn: 'Last signed in',
    /** “Last seen at their provider 2 months ago”. */
    seenAtProvider: 'Last seen at their provider',
    createdOn: 'Created',
  },

  status: {
    active: 'Active',
    administrator: 'Administrator',
    deactivated: 'Deactivated',
  },

  account: {
    loading: 'Loading account…',
    back: 'Accounts',
    title: 'Account',
    lead: 'Only the owner can set the password. Administrators never see it.',
    ownLead:
      'This is you. Change your password under Security and your email under Profile; another administrator can change your role.',
    facts: {
      status: 'Status',
      email: 'Email',
      /** After the email address. */
      confirmed: ' · Confirmed',
      unconfirmed: ' · Unconfirmed',
      methods: 'Sign-in methods',
      password: 'Password',
      noMethods: 'None',
      signIn: 'Sign-in',
      /** Before a relative time. */
      paused: 'Paused after too many wrong passwords; resumes',
      lastSignIn: 'Last sign-in',
      never: 'Never',
      created: 'Created',
      id: 'Account ID',
      /** What the copy button copies, for screen readers. */
      copied: 'account ID',
    },
    identities: {
      title: 'Linked providers',
      lead: 'Accounts elsewhere that sign in to this account. Only the owner can add or remove one.',
      unnamed: 'No name or email',
      /** After the name of the account at the provider. */
      notConfigured: ' · No longer available here',
      /** Before a relative time, and before a day. */
      lastUsed: 'Last used',
      linked: 'linked',
    },
    tokens: {
      title: 'Sessions and tokens',
      lead: 'Active sessions and tokens, newest first.',
      label: 'Sessions and tokens',
      selected: 'Selected sessions and tokens',
      empty: {
        title: 'No active sessions or tokens',
        text: 'This account isn’t signed in anywhere, and none of its tokens work.',
      },
      showEnded: 'Show expired and revoked',
      showAll: 'Show all',
    },
    name: {
      title: 'Name',
      lead: 'Services that accept this account’s tokens see the username.',
      saved: 'Name saved.',
    },
    limit: {
      title: 'Concurrent sign-ins',
      lead: 'How many browsers, apps and API clients can be signed in at once. Personal tokens don’t count.',
      label: 'Limit',
      default: (policy: string) => `Default (${policy})`,
      unlimited: 'Unlimited',
      one: '1 at a time',
      custom: 'Custom…',
      count: 'Maximum',
      countInvalid: (max: number) => `Enter a whole number from 1 to ${inFigures(max)}.`,
      submit: 'Save',
      saved: 'Saved. Applies from the next sign-in.',
    },
    audit: {
      title: 'Audit log',
      lead: 'What this account did, and what was changed on it.',
      actions: (username: string) => `Actions by ${username}`,
      changes: (username: string) => `Changes to ${username}`,
    },
  },

  actions: {
    menu: (username: string) => `Actions for ${username}`,
    reset: 'Reset password…',
    promote: 'Make administrator…',
    demote: 'Remove admin role…',
    revokeAll: 'Revoke all access…',
    deactivate: 'Deactivate…',
    reactivate: 'Reactivate',
    reactivated: (username: string) => `${username} can sign in again.`,
    undo: 'Undo',
    /** Another way to undo, for people who cannot reach the button in time. */
    undoOtherWay: (username: string) => `To undo this later, open the actions menu for ${username}.`,
  },

  deactivate: {
    title: (username: string) => `Deactivate ${username}?`,
    lead: (username: string) =>
      `${username} is signed out now and can’t sign in until reactivated. Nothing is deleted.`,
    means: [
      'Browsers, apps and API clients are signed out and must sign in again after reactivation.',
      'Personal tokens don’t work until the account is reactivated.',
    ],
    submit: 'Deactivate',
    done: (username: string) => `${username} is deactivated.`,
    undone: (username: string) => `${username} can sign in again.`,
  },

  promote: {
    title: (username: string) => `Make ${username} an administrator?`,
    lead: (username: string) => `${username} will be able to manage every account and token, including yours.`,
    submit: 'Make administrator',
    done: (username: string) => `${username} is now an administrator.`,
    undone: (username: string) => `${username} is no longer an administrator.`,
  },

  demote: {
    title: (username: string) => `Remove ${username}’s admin role?`,
    lead: (username: string) => `${username} keeps the account and its tokens, but loses admin access immediately.`,
    submit: 'Remove admin role',
    done: (username: string) => `${username} is no longer an administrator.`,
    undone: (username: string) => `${username} is an administrator again.`,
  },

  revokeAll: {
    title: (username: string) => `Revoke all of ${username}’s access?`,
    lead: (username: string) =>
      `${username} is signed out everywhere, and tokens stop working immediately. This doesn’t deactivate the account.`,
    keepTokens: 'Keep personal tokens',
    done: (count: number, username: string) =>
      count === 0
        ? `Nothing to revoke for ${username}.`
        : `${inFigures(count)} ${count === 1 ? 'credential' : 'credentials'} revoked for ${username}.`,
  },

  reset: {
    title: (username: string) => `Reset ${username}’s password?`,
    lead: (username: string) =>
      `${username} gets a link to set a new password. The current password works until the link is used.`,
    effect: (username: string) =>
      `Setting a new password signs ${username} out everywhere. ${username} chooses whether to keep existing tokens.`,
    submit: 'Create reset link',
    sent: (email: string) => `Reset link sent to ${email}.`,
  },

  create: {
    open: 'Create account',
    title: 'Create account',
    lead: 'The new owner gets a link to set their own password.',
    username: 'Username',
    email: 'Email address',
    firstName: 'First name',
    lastName: 'Last name',
    administrator: 'Make this account an administrator',
    submit: 'Create account',
    done: (username: string, email: string) =>
      `Account ${username} created. We emailed ${email} a link to set a password.`,
  },

  passwordLink: {
    title: 'Copy the link',
    lead: (username: string) =>
      `Send it only to ${username}: anyone with it can set the password. It’s shown once, works once and expires in 30 minutes.`,
    /** What the copy button copies, for screen readers. */
    copied: 'the link',
    done: 'Done, I’ve copied it',
  },
} as const
