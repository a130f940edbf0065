/** The texts about the email address of an account: the banner while it is not confirmed, and what stands for none. */
export const emailTexts = {
  unconfirmed: (email: string) =>
    `${email} isn’t confirmed yet. Until you confirm it, you won’t get security notices or expiry reminders, and services don’t see it.`,
  none: 'No email address',
  resend: 'Resend email',
  resent: (email: string) => `We sent a link to ${email}, at most 3 per hour. Check your spam folder too.`,
} as const
