/** The texts of the pages that are one form. */
export const formsTexts = {
  setup: {
    pageTitle: 'Set up',
    title: 'Set up Latchkey',
    lead: 'Create the first account. It will be the server’s administrator.',
    code: 'Setup code',
    codeHint: 'Printed in the terminal (or logs) when Latchkey started.',
    submit: 'Create administrator account',
    closed: {
      title: 'Already set up',
      lead: 'This server already has an administrator.',
      signIn: 'Sign in',
    },
  },

  registration: {
    title: 'Create an account',
    lead: 'Manage API tokens for your apps and devices.',
    leadByInvitation: 'Manage API tokens for your apps and devices. You’ll need an invitation link.',
    username: 'Username',
    email: 'Email address',
    password: 'Password',
    confirmPassword: 'Confirm password',
    submit: 'Create account',
    checkInbox: (email: string) => `Check your inbox at ${email} to continue.`,
    signIn: { question: 'Already have an account?', label: 'Sign in' },
    closed: {
      title: 'Sign-up is closed',
      lead: 'Ask your administrator for an account.',
    },
  },

  signIn: {
    title: 'Sign in',
    accountCreated: 'Your account is ready. Sign in to continue.',
    accountDeleted: 'Your account and all its tokens have been deleted.',
    signedOut: 'You were signed out. Sign in again to continue where you left off.',
    name: 'Username or email address',
    password: 'Password',
    submit: 'Sign in',
    forgot: { question: 'Forgot your password?', label: 'Reset it' },
    register: { question: 'No account yet?', label: 'Create one' },
  },

  signOutStep: {
    title: 'Too many devices',
    lead: (count: number) =>
      `You’ve reached the device limit. Choose ${count === 1 ? 'one' : `at least ${count}`} to sign out.`,
    legend: 'Devices to sign out',
    tooFew: (count: number) => (count === 1 ? 'Select a device.' : `Select at least ${count} devices.`),
    submit: 'Sign out selected and continue',
    back: 'Back',
    /** Followed by the day of the sign-in, and then by `neverUsed`. */
    signedIn: 'Signed in',
    neverUsed: 'never used since',
    /** Followed by a relative time, and then by `from` and an IP address if there is one. */
    lastUsed: 'Last used',
    from: 'from',
  },

  forgotPassword: {
    title: 'Reset your password',
    lead: 'We’ll email you a reset link.',
    email: 'Email address',
    submit: 'Send reset link',
    sent: (email: string) => `If ${email} has an account, a reset link is on its way. It’s valid for 30 minutes.`,
    signIn: { question: 'Remembered it?', label: 'Sign in' },
  },

  resetPassword: {
    title: 'Set a new password',
    lead: 'You’ll be signed out everywhere.',
    newPassword: 'New password',
    confirmPassword: 'Confirm new password',
    tokens: 'Your tokens',
    revokeTokens: 'Revoke all tokens',
    tokensRevoked: 'All your tokens will stop working immediately.',
    keepTokens: 'Keep tokens',
    tokensKept: 'Your tokens will keep working. Keep them only if no one else could have copied them.',
    submit: 'Set password',
    done: 'Password set. Sign in with your new password.',
  },
} as const
