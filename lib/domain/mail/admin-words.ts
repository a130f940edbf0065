import type { AdminChange, MailData } from '@/lib/domain/mail/mail'

const SENTENCES: Record<AdminChange, (username: string) => string> = {
  renamed: (username) => `Your username is ${username} now; the one before is not given to anybody else.`,
  activated: (username) => `The account ${username} is active again: you can sign in, and its tokens work as before.`,
  deactivated: (username) =>
    `The account ${username} is not active any more: it is signed out everywhere, and its tokens are refused.`,
  admin_granted: (username) => `${username} is an administrator now.`,
  admin_withdrawn: (username) =>
    `${username} is not an administrator any more. Tokens with the scopes admin or introspect do without them from now on.`,
}

const TURN_TO = 'If you did not expect this, turn to whoever runs this server.'

/** Describes to the owner of an account what an administrator changed. */
export function adminChangeWords({ username, changes }: MailData['changed_by_admin']): string[] {
  return [...changes.map((change) => SENTENCES[change](username)), TURN_TO]
}

/** Describes to the owner which tokens an administrator revoked. */
export function adminRevocationWords({ username, tokens, count }: MailData['revoked_by_admin']): string[] {
  const others = count > tokens.length ? ` and ${count - tokens.length} more` : ''
  return [
    `These tokens of ${username} were revoked and are refused since: ${tokens.join(', ')}${others}.`,
    'Whatever used them needs a new one.',
    TURN_TO,
  ]
}
