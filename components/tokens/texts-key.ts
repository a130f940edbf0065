/** The texts of the dialog that shows a new token: its examples, its QR code, and the question before leaving. */
export const keyTexts = {
  examples: 'Examples',
  tabs: {
    curl: 'curl',
    python: 'Python',
    node: 'Node',
    actions: 'GitHub Actions',
    nginx: 'nginx',
    env: '.env',
  },

  /** What each piece of code is. Screen readers also hear it as what its button copies. */
  parts: {
    curl: 'Run in a terminal',
    python: 'Run with Python 3',
    node: 'Save as an .mjs file and run with Node.js',
    actionsSecret: '1. Store the token as a secret of the repository',
    actionsStep: '2. Add a step to your workflow',
    nginx: '1. Let nginx check tokens for an app, in http { }',
    nginxTest: '2. Test it with this token',
    env: (file: string) => `Save as ${file}`,
  },

  qr: {
    show: 'Show QR code',
    hide: 'Hide QR code',
    label: 'QR code of the token',
    hint: 'Anyone who scans it has the token.',
  },

  leave: {
    title: 'You haven’t saved this token. Leave anyway?',
    lead: 'You won’t see it again. If you leave without it, rotate or revoke it later.',
    stay: 'Stay',
    leave: 'Leave without saving',
  },
} as const
