import type { ToldEvent } from '@/lib/domain/activity/schema'

type Event = Pick<ToldEvent, 'action' | 'details' | 'target'>

const fieldWords: Readonly<Record<string, string>> = {
  username: 'username',
  first_name: 'first name',
  last_name: 'last name',
}

const reasonWords: Readonly<Record<string, string>> = {
  lost_device: ', its device was lost',
  leaked: ', its key had leaked',
  unused: ', it was no longer used',
  replaced: ', another took its place',
  session_policy: ' to make room for a new sign-in',
  password_changed: ' with the change of the password',
  administrator: ' by an administrator',
  owner_deactivated: ' with the account',
  reuse_detected: ', its key was used twice',
}

const sentences: Readonly<Record<string, (event: Event) => string>> = {
  'account.registered': () => 'The account was created',
  'setup.completed': () => 'The server was set up, with this account as its administrator',
  'session.started': (event) => `Signed in with ${nameOf(event) ?? 'a browser'}`,
  'device.signed_in': (event) => `Signed in on ${nameOf(event) ?? 'a device'}`,
  'jwt.created': (event) => `Signed in on ${nameOf(event) ?? 'a program'}, for JWTs`,
  'jwt.refresh_retried': (event) =>
    `${nameOf(event) ?? 'An API client'} sent a refresh token twice within the retry window`,
  'session.reauthenticated': () => 'The password was shown again',
  'account.updated': ({ details }) => `Changed: ${listOf(details['fields'])}`,
  'account.password_changed': () => 'The password was changed',
  'account.deleted': () => 'The account was deleted',
  'token.created': (event) => `${thing(event)} was created`,
  'token.updated': (event) => updated(event),
  'token.rotated': (event) => `${thing(event)} got a new key`,
  'token.grace_ended': (event) => `The replaced key of ${quoted(event) ?? 'a token'} was ended`,
  'token.extended': (event) => `${thing(event)} was given more time`,
  'token.restored': (event) => `${thing(event)} was brought back`,
  'token.expired': (event) => `${thing(event)} ran out`,
  'token.revoked': (event) => ended(event),
  'token.signed_out': (event) => `${thing(event)} was signed out`,
}

/** Describes an event in plain words. An unknown event is still readable. */
export function eventWords(event: Event): string {
  return sentences[event.action]?.(event) ?? plain(event.action)
}

function ended(event: Event): string {
  const { details, target } = event
  const verb = target === null || target.kind === 'personal' ? 'was revoked' : 'was signed out'
  const reason =
    details['by'] === 'housekeeping' ? ', nobody had used it for a year' : reasonWords[String(details['reason'])]
  return `${thing(event)} ${verb}${reason ?? ''}`
}

function updated({ details, target }: Event): string {
  const { name, scopes } = details
  const kind = target === null || target.kind === 'personal' ? 'token' : 'device'
  const changes = [
    ...(typeof name === 'string' ? [`is called ${name} now`] : []),
    ...(Array.isArray(scopes) ? [`may ${scopes.length === 0 ? 'do nothing' : scopes.join(', ')} now`] : []),
  ]
  return `A ${kind} ${changes.join(' and ') || 'was changed'}`
}

/** The token or device as the subject of a sentence. */
function thing(event: Event): string {
  const name = quoted(event)
  if (event.target !== null && event.target.kind !== 'personal') return name ?? 'A device'
  return name === null ? 'A token' : `Token ${name}`
}

/** Its current name, or else its name at the time of the event. */
function quoted(event: Event): string | null {
  return event.target?.name ?? nameOf(event)
}

function nameOf({ details }: Event): string | null {
  return typeof details['name'] === 'string' ? details['name'] : null
}

function listOf(fields: unknown): string {
  const words = Array.isArray(fields) ? fields.map((field) => fieldWords[String(field)] ?? String(field)) : []
  return words.join(', ') || 'the profile'
}

/** `mail.address_confirmed` → “Mail: address confirmed”. */
function plain(action: string): string {
  const [domain = '', ...rest] = action.split('.')
  const words = [domain, rest.join(' ')].filter((part) => part !== '').join(': ')
  return (words.charAt(0).toUpperCase() + words.slice(1)).replaceAll('_', ' ')
}
