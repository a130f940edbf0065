import type { AdminChange } from '@/lib/domain/mail/mail'

const UNEXPECTED_LINK = 'If you weren’t expecting this, you can ignore this email.'
const NOT_YOU_LINK = 'If this wasn’t you, you can ignore this email.'
const NOT_YOU_RESET = 'If this wasn’t you, reset your password now. You’ll be signed out everywhere.'
const CONTACT_ADMINISTRATOR = 'If you didn’t expect this, contact your administrator.'

const ADMIN_CHANGES: Record<AdminChange, (username: string) => string> = {
  renamed: (username) => `Your username is now ${username}. Your old one stays reserved.`,
  activated: (username) => `Your account ${username} is active again. You can sign in, and your tokens work as before.`,
  deactivated: (username) =>
    `Your account ${username} was deactivated. You were signed out everywhere, and your tokens don’t work.`,
  admin_granted: (username) => `${username} is now an administrator.`,
  admin_withdrawn: (username) =>
    `${username} is no longer an administrator. Its tokens lose the admin and introspect scopes.`,
}

/** The wording of every email: subject, lines, the label of its button, and the small print at the end. */
export const mailTexts = {
  // Emails with a one-time link.

  verify_email: {
    subject: 'Confirm your email address',
    lines: (username: string) => [
      `Please confirm this email address for your account ${username}.`,
      'The link expires in 24 hours and works once.',
    ],
    action: 'Confirm email',
    footnote: `${NOT_YOU_LINK} Nothing changes unless the link is used.`,
  },
  reset_password: {
    subject: 'Reset your password',
    lines: (username: string) => [
      `Someone requested a password reset for your account ${username}.`,
      'The link expires in 30 minutes and works once. Only the newest link works.',
    ],
    action: 'Reset password',
    footnote: `${NOT_YOU_LINK} Your current password keeps working unless the link is used.`,
  },
  account_added: {
    subject: 'Your account is ready',
    lines: (username: string, host: string) => [
      `An administrator of ${host} created the account ${username} for you. Set a password to sign in.`,
      'The link expires in 30 minutes and works once. After that, use “Forgot your password?” to get a new one.',
    ],
    action: 'Set password',
    footnote: UNEXPECTED_LINK,
  },
  confirm_email_change: {
    subject: 'Confirm your new email address',
    lines: (username: string) => [
      `Confirm this address to use it for your account ${username}.`,
      'The link expires in 24 hours and works once.',
    ],
    action: 'Confirm new email',
    footnote: `${NOT_YOU_LINK} Nothing changes unless the link is used.`,
  },
  invitation: {
    subject: 'You’re invited to Latchkey',
    lines: (host: string) => [
      `An administrator of ${host} invited you to create an account.`,
      'The link expires in 7 days and works once.',
    ],
    action: 'Create account',
    footnote: UNEXPECTED_LINK,
  },

  /** Sent at the request of an administrator, to find out whether emails arrive. */
  test: {
    subject: 'Test email from Latchkey',
    lines: (host: string) => [
      `Email works: ${host} can send messages.`,
      'Latchkey uses it for security notices, invitations, password resets and reminders about expiring tokens.',
    ],
  },

  // Security notices for the owner of an account.

  email_in_use: {
    subject: 'You already have an account',
    lines: (username: string) => [
      `Someone tried to use this email address for a new account or a change of address. It already belongs to your account ${username}, so nothing changed.`,
      'If that was you and you forgot your password, reset it.',
    ],
    action: 'Reset password',
  },
  email_changed: {
    subject: 'Your email address was changed',
    lines: (username: string, email: string, origin: string, canUndo: boolean) => [
      `Your account ${username} now uses ${email}.`,
      origin,
      canUndo
        ? 'If this wasn’t you, undo the change within 7 days. Your account gets this address back, and you’ll be signed out everywhere.'
        : 'If this wasn’t you, contact your administrator.',
    ],
    action: 'Undo email change',
  },
  password_changed: {
    subject: 'Your password was changed',
    lines: (username: string, origin: string) => [
      `The password of your account ${username} was changed.`,
      origin,
      NOT_YOU_RESET,
    ],
    action: 'Secure my account',
  },
  password_set: {
    subject: 'Your account has a password now',
    lines: (username: string, origin: string) => [
      `A password was set for your account ${username}, which had none. It can sign in to the account.`,
      origin,
      'If this wasn’t you, change the password and sign out all other devices.',
    ],
    action: 'Review security settings',
  },
  password_removed: {
    subject: 'Your password was removed',
    lines: (username: string, origin: string) => [
      `The password of your account ${username} was removed. You sign in with a provider now.`,
      origin,
      'If this wasn’t you, sign in with your provider, sign out all other devices and check your sign-in methods.',
    ],
    action: 'Review security settings',
  },
  new_device: {
    subject: 'New sign-in to your account',
    lines: (username: string, device: string, origin: string) => [
      `${device} signed in to your account ${username} for the first time.`,
      origin,
      NOT_YOU_RESET,
    ],
    action: 'Secure my account',
  },
  sign_in_after_failures: {
    subject: 'Sign-in after several failed attempts',
    lines: (username: string, failures: number, origin: string) => [
      `Someone signed in to your account ${username} after ${failures} failed attempts.`,
      origin,
      NOT_YOU_RESET,
    ],
    action: 'Secure my account',
  },
  token_created: {
    subject: 'New token created',
    lines: (username: string, token: string, origin: string) => [
      `The token “${token}” was created. It can act for your account ${username}.`,
      origin,
      'If this wasn’t you, revoke the token and reset your password.',
    ],
    action: 'View tokens',
  },
  app_connected: {
    subject: 'New app connected to your account',
    lines: (
      username: string,
      { app, device, access }: { app: string; device: string | null; access: 'personal' | 'device' },
      origin: string,
    ) => [
      `A code was approved for the app “${app}”${device === null ? '' : ` on “${device}”`}. ${
        access === 'device'
          ? `It’s now signed in to your account ${username}.`
          : `It now has a token of your account ${username}.`
      }`,
      origin,
      access === 'device'
        ? 'If this wasn’t you, sign the app out and reset your password.'
        : 'If this wasn’t you, revoke the token and reset your password.',
    ],
    action: { device: 'View devices', personal: 'View tokens' },
  },
  identity_linked: {
    subject: (provider: string) => `You can now sign in with ${provider}`,
    lines: (username: string, provider: string, origin: string) => [
      `Sign-in with ${provider} was added to your account ${username}.`,
      origin,
      'If this wasn’t you, remove it and sign out everywhere.',
    ],
    action: 'View sign-in methods',
  },
  identity_unlinked: {
    subject: (provider: string) => `Sign-in with ${provider} was removed`,
    lines: (username: string, provider: string, origin: string) => [
      `You can no longer sign in to your account ${username} with ${provider}. The sessions and apps that it signed in were signed out.`,
      origin,
      'If this wasn’t you, sign in another way and sign out everywhere.',
    ],
    action: 'View sign-in methods',
  },
  address_lost: {
    subject: 'Your email address moved to a new account',
    lines: (username: string, origin: string) => [
      `The account ${username} was registered with this address, but the address was never confirmed. Its owner has now signed in with a provider and created a new account, so ${username} no longer has the address.`,
      origin,
      `The new account got nothing else from ${username}.`,
    ],
  },
  signed_out: {
    subject: 'Signed out to stay within your device limit',
    lines: (username: string, devices: readonly string[], origin: string) => [
      `A new sign-in to your account ${username} exceeded the device limit, so Latchkey signed out the oldest: ${devices.join(', ')}.`,
      origin,
      NOT_YOU_RESET,
    ],
    action: 'Secure my account',
  },
  refresh_reused: {
    subject: (device: string) => `${device} was signed out: refresh token reuse detected`,
    lines: (device: string, origin: string) => [
      `An old refresh token of ${device} was used again. It may have been copied, so Latchkey signed out ${device}.`,
      origin,
      `Sign in again with ${device}. If this happens again, check where it stores its refresh token.`,
    ],
    action: 'View devices',
  },
  changed_by_admin: {
    subject: 'An administrator changed your account',
    lines: (username: string, changes: readonly AdminChange[]) => [
      ...changes.map((change) => ADMIN_CHANGES[change](username)),
      CONTACT_ADMINISTRATOR,
    ],
  },
  revoked_by_admin: {
    subject: 'An administrator revoked your tokens',
    lines: (username: string, tokens: readonly string[], count: number) => [
      `An administrator revoked these tokens of your account ${username}: ${tokens.join(', ')}${count > tokens.length ? ` and ${count - tokens.length} more` : ''}.`,
      'They no longer work. Anything using them needs a new token.',
      CONTACT_ADMINISTRATOR,
    ],
    action: 'View tokens',
  },

  // Reminders about a token.

  token_ending: {
    subject: (token: string) => `Token “${token}” expires soon`,
    lines: (token: string, instant: string) => [
      `The token “${token}” expires on ${instant}.`,
      'Extend it to keep everything working. The token itself stays the same.',
    ],
    action: 'Extend token',
  },
  token_ended: {
    subject: (token: string) => `Token “${token}” has expired`,
    lines: (token: string, instant: string) => [
      `The token “${token}” expired on ${instant} and no longer works.`,
      'Extend it to make it work again. The token itself stays the same.',
    ],
    action: 'Extend token',
  },
} as const

/** The parts that several emails share. */
export const sharedMailTexts = {
  /** When and from where something happened; `address` and `client` if they are known. */
  origin: (instant: string, address: string | null, client: string | null) =>
    [instant, ...(address === null ? [] : [`IP address ${address}`]), ...(client === null ? [] : [client])].join(' · '),
  whySecurity: (username: string) => `You’re receiving this security notice for your account ${username}.`,
  whyToken: (username: string) => `You’re receiving this because the token belongs to your account ${username}.`,
  whyTest: (username: string) => `You’re receiving this because ${username} asked for a test email.`,
  orOpen: 'Or open this link:',
}
