/** Every text of the form that creates a token. The page of that form loads no other texts of tokens. */
export const createTexts = {
  create: {
    title: 'Create token',
    lead: 'Name it after where you’ll use it, such as “ci-deploy”.',
    submit: 'Create token',
    name: 'Name',
    prefilledLead:
      'A link filled in this form for you. Create the token only if you know who is asking for it and why.',
  },

  /** What is wrong with a link that fills in the form. */
  wish: {
    unknownScopes: (scopes: readonly string[]) =>
      `The link requests scopes that this server doesn’t offer${scopes.length > 0 ? `: ${scopes.join(', ')}` : ''}. Choose from the scopes above.`,
    expiryOutOfRange: (daysMax: number) =>
      `The link requests an expiry that this server doesn’t allow. Choose 1 to ${daysMax} days.`,
  },

  expiry: {
    label: 'Expires in',
    custom: 'Custom…',
    none: 'No expiry',
    day: 'Expiry date',
    dayMissing: 'Choose an expiry date.',
    askForDay: 'Choose the last day the token should work.',
    expires: (time: string) => `Expires on ${time}.`,
    neverExpires: 'Doesn’t expire. Anyone who finds it can use it until you revoke it.',
  },

  idle: {
    label: 'Revoke if unused for',
    never: 'Never',
    after: { week: '7 days', month: '30 days', quarter: '90 days', halfYear: '180 days' },
  },

  scopes: {
    label: 'Scopes',
    none: 'Without scopes, the token only proves who you are.',
    some: 'What each scope allows is up to the services that accept this token.',
  },
} as const
