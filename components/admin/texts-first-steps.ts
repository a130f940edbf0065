/** The texts of the checklist that leads an administrator through the first steps after setup. */
export const firstStepsTexts = {
  title: 'First steps',
  progress: (done: number, all: number) => `${done} of ${all} done`,
  /** For screen readers, after the name of a step. */
  done: 'done',
  open: 'to do',
  dismiss: { label: 'Dismiss', done: 'First steps dismissed.' },
  steps: {
    email: {
      title: 'Check that email works',
      text: 'Latchkey emails security notices, invitations and password resets.',
      send: 'Send a test email',
      pending: 'Sending…',
      sent: (email: string) => `Sent to ${email}. Check your inbox.`,
    },
    emailSetup: {
      title: 'Set up email',
      text: 'Without a mail server, nobody gets security notices, invitations or password resets.',
      link: 'How to set up email',
    },
    token: {
      title: 'Create your first token',
      text: 'A token lets a script or an app act for your account.',
      link: 'Go to your tokens',
    },
    verification: {
      title: 'Verify a token',
      text: 'Your services send a token to Latchkey and learn whose it is. This can take a minute to show here.',
      link: 'How to verify tokens',
    },
    invite: {
      title: 'Invite someone',
      text: 'Create an invitation link, or create an account yourself.',
      link: 'Go to invitations',
    },
    backup: {
      title: 'Make a backup',
      text: 'One command copies the database and the secret while the server runs.',
      link: 'How to back up',
    },
  },
} as const
