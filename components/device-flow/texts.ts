const COMPARE = 'Only approve this if you started it on your own device; compare the code with the one it shows.'

/** The texts of the page on which a person approves an app, a device or a command line. */
export const deviceFlowTexts = {
  title: 'Connect a device',

  signIn: {
    lead: 'Sign in to approve an app, device or command line.',
    link: 'Sign in',
  },

  code: {
    lead: 'Enter the code that your app, device or command line shows.',
    field: 'Code',
    hint: '8 letters. Upper or lower case, with or without the dash.',
    submit: 'Continue',
    prefilled: `A link filled in this code. ${COMPARE}`,
    submitPrefilled: 'My device shows this code',
    unknown: 'This code is wrong or has expired. Check it, or get a new one on your device.',
    tooMany: 'Too many codes. Wait a few minutes, then try again.',
  },

  review: {
    title: { device: 'Let this app act as you?', personal: 'Create a token for this app?' },
    code: 'Code',
    compare: COMPARE,
    names: 'The app chose these names. Anyone can use any name.',
    facts: {
      app: 'App',
      device: 'Device',
      access: 'Access',
      expires: 'Expires',
      requested: 'Requested',
    },
    noDevice: 'Not named',
    expires: (duration: string) => `${duration} after you approve it`,
    /** Follows a relative time, and is followed by an IP address. */
    from: 'from',
    access: {
      device: 'Everything you can do. The app asks for your password where you would have to enter it.',
      personal: 'A personal token',
      scopes: (scopes: string) => `A personal token with the scopes ${scopes}`,
    },
    name: { device: 'Name in your devices', personal: 'Token name' },
    approve: 'Approve',
    deny: 'Deny',
  },

  outcomes: {
    approved: { title: 'Approved', lead: 'Return to your device. It continues within a few seconds.' },
    denied: { title: 'Denied', lead: 'The app didn’t get access. You can close this page.' },
    expired: { title: 'The code has expired', lead: 'Get a new code on your device and enter it here.' },
    decided: {
      title: 'Already decided',
      lead: 'This request was approved or denied before. To try again, get a new code on your device.',
    },
  },
  again: 'Enter another code',
  devices: 'Go to your devices',
  tokens: 'Go to your tokens',

  account: {
    signedInAs: 'Signed in as',
    change: 'Use another account',
  },
} as const
