/** The texts of the audit log, apart from the actions that `audit-words.ts` describes. */
export const adminAuditTexts = {
  page: {
    title: 'Audit log',
    lead: 'Who did what, when and from where. Entries are read-only.',
    loading: 'Loading audit log…',
    pages: 'Audit log pages',
  },

  filters: {
    label: 'Filter the audit log',
    actor: 'Actor',
    actorPlaceholder: 'Username, email or ID',
    action: 'Action',
    allActions: 'All actions',
    target: 'Target',
    targetPlaceholder: 'ID of an account or token',
    /** Both days are included. */
    since: 'From (UTC)',
    until: 'To (UTC)',
  },

  empty: {
    title: 'No events found',
    text: 'No events match these filters.',
    clear: 'Clear filters',
  },

  table: {
    label: 'Audit log',
    action: 'Action',
    actor: 'Actor',
    target: 'Target',
    time: 'Time',
  },

  row: {
    /** Before the actor, the IP address and the target, where the columns have no heads. */
    by: 'by',
    from: 'from',
    on: 'on',
    server: 'the server',
    deletedAccount: 'deleted account',
    ownedBy: 'owned by',
    showEventsOf: (targetId: string) => `Show all events for ${targetId}`,
    targetTypes: {
      account: 'account',
      token: 'token',
      identity: 'sign-in method',
      invite: 'invitation',
      device_request: 'app request',
      signing_key: 'signing key',
      instance: 'server',
    },
  },

  details: {
    open: 'Details',
    /** Before the old and the new value of a field, for screen readers. */
    before: 'before:',
    after: 'after:',
    /** Turns the name of a field into words: `first_name` → “First name”. */
    field: (name: string) => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' '),
    userAgent: 'User agent',
    tokenId: 'Actor’s token ID',
    requestId: 'Request ID',
    eventId: 'Event ID',
    values: { none: 'none', empty: 'empty', yes: 'yes', no: 'no' },
  },

  exporting: {
    label: 'Export all matching events',
    submit: { CSV: 'Export CSV', NDJSON: 'Export NDJSON' },
    pending: 'Exporting…',
    failed: 'Export failed. Try again in a moment.',
  },
} as const
