/** The texts of the pages that an emailed link opens. */
export const linksTexts = {
  verify: {
    title: 'Confirm your email address',
    lead: 'Once you confirm it, we’ll send account notices to this address.',
    submit: 'Confirm email',
    done: (email: string) => `${email} is confirmed.`,
  },
  confirm: {
    title: 'Confirm your new email address',
    lead: 'This becomes your account’s email address. We’ll notify the old one.',
    submit: 'Confirm new email',
    done: (email: string) => `Your account now uses ${email}.`,
  },
  undo: {
    title: 'Undo email change',
    lead: 'Your previous email address is restored, and you’re signed out everywhere.',
    submit: 'Undo change',
    done: (email: string) => `${email} is your account’s email address again. Reset your password next.`,
  },
  missing: {
    email: 'Open the link in your email again.',
    invitation: 'Open your invitation link again.',
  },
  tryAgain: 'Try again',
  signIn: 'Sign in',
  signInForNewLink: 'Sign in to request a new link',
  resetPassword: 'Reset your password',
  requestNewLink: 'Request a new link',
} as const
