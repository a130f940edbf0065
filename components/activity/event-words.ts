import type { ToldEvent } from '@/lib/domain/activity/schema'

type Event = Pick<ToldEvent, 'action' | 'details' | 'target' | 'client'>

/** A piece of a sentence: text, or the name of the personal token that the event is about. */
export type EventWord = string | { token: string }

type Sentence = readonly EventWord[]

/** Said of an event that this version does not know, for example after a downgrade. */
const UNKNOWN: Sentence = ['Other account activity']

const fieldWords: Readonly<Record<string, string>> = {
  username: 'username',
  first_name: 'first name',
  last_name: 'last name',
  session_policy: 'device limit',
}

const reasonWords: Readonly<Record<string, string>> = {
  lost_device: 'device lost',
  leaked: 'leaked',
  unused: 'unused',
  replaced: 'replaced',
  session_policy: 'device limit reached',
  password_changed: 'password changed',
  owner_deactivated: 'account deactivated',
  reuse_detected: 'reuse detected',
}

const sentences = {
  'account.registered': () => ['Account created'],
  'account.created': () => ['Account created'],
  'account.provisioned': (event) => [`Account created${providerOf(event, ' with ')}`],
  'account.updated': (event) => [accountUpdated(event)],
  'account.activated': () => ['Account reactivated'],
  'account.deactivated': () => ['Account deactivated'],
  'account.admin_granted': () => ['Administrator role granted'],
  'account.admin_withdrawn': () => ['Administrator role removed'],
  'account.password_changed': () => ['Password changed'],
  'account.password_set': () => ['Password set'],
  'account.password_removed': () => ['Password removed'],
  'account.password_reset_asked': () => ['Password reset requested'],
  'account.password_reset': () => ['Password reset'],
  'account.email_change_asked': () => ['Email change requested'],
  'account.email_changed': () => ['Email changed'],
  'account.email_change_undone': () => ['Email change undone'],
  'account.email_confirmed': () => ['Email confirmed'],
  'account.deleted': () => ['Account deleted'],
  'setup.completed': () => ['Server set up, with this account as its administrator'],
  'session.started': (event) => [browserSignedIn(event)],
  'session.reauthenticated': (event) => [reauthenticated(event)],
  'identity.linked': (event) => [`Sign-in${providerOf(event, ' with ')} added`],
  'identity.unlinked': (event) => [`Sign-in${providerOf(event, ' with ')} removed`],
  'identity.started_fresh': () => ['Email address taken over from an account that never confirmed it'],
  'device.signed_in': (event) => [`${ownName(event) ?? 'App'} signed in`],
  'device_request.approved': (event) => [`${appOf(event)} approved`],
  'device_request.denied': (event) => [`${appOf(event)} denied`],
  'jwt.created': (event) => [apiClientSignedIn(event)],
  'jwt.refresh_retried': (event) => [
    `${nameOf(event) ?? 'An API client'} sent a refresh token twice within the retry window`,
  ],
  'token.created': (event) => [...thing(event), ' created'],
  'token.updated': (event) => tokenUpdated(event),
  'token.rotated': (event) => [...thing(event), ' rotated'],
  'token.grace_ended': (event) => ['Old token for ', ...(nameWord(event) ?? ['a rotated token']), ' revoked'],
  'token.extended': (event) => [...thing(event), ' extended'],
  'token.restored': (event) => [...thing(event), ' restored'],
  'token.expired': (event) => [...thing(event), ' expired'],
  'token.revoked': (event) => revoked(event),
  'token.signed_out': (event) => [...thing(event), ' signed out'],
  'invite.created': () => ['Invitation created'],
  'invite.revoked': () => ['Invitation revoked'],
  'signing_key.created': () => ['Signing key created'],
  'credentials.invalidated': () => ['Old credentials invalidated'],
  'email.tested': () => ['Test email sent'],
  'checklist.dismissed': () => ['First steps dismissed'],
  'backup.created': () => ['Backup created'],
} satisfies Readonly<Record<string, (event: Event) => Sentence>>

/** Describes an event in plain words. The names of personal tokens are set apart, because they link to their pages. */
export function eventWords(event: Event): Sentence {
  const known: Readonly<Record<string, (event: Event) => Sentence>> = sentences
  return known[event.action]?.(event) ?? UNKNOWN
}

/** Describes an event in plain words without links. */
export function eventText(event: Event): string {
  return eventWords(event)
    .map((word) => (typeof word === 'string' ? word : word.token))
    .join('')
}

/** The owner’s own changes list their fields; an administrator’s change has its values before and after. */
function accountUpdated({ details: { fields, after } }: Event): string {
  const changed: unknown[] = Array.isArray(fields) ? fields : Object.keys(after ?? {})
  const words = changed.flatMap((field) => fieldWords[String(field)] ?? [])
  return words.length === 0 ? 'Account updated' : `Account updated: ${words.join(', ')}`
}

function browserSignedIn(event: Event): string {
  const name = ownName(event)
  const signedIn = `Signed in${providerOf(event, ' with ')}`
  return name === null ? signedIn : `${signedIn} (${name})`
}

function reauthenticated(event: Event): string {
  const provider = providerOf(event, ' with ')
  return provider === '' ? 'Password re-entered' : `Identity confirmed${provider}`
}

/** The ID of the sign-in provider that took part, after `before`; empty if none did. */
function providerOf({ details: { provider } }: Event, before: string): string {
  return typeof provider === 'string' ? `${before}${provider}` : ''
}

/** The app that asked by code, and the device it runs on. */
function appOf({ details: { client_id: app, device_name: device } }: Event): string {
  const name = typeof app === 'string' ? app : 'App'
  return typeof device === 'string' ? `${name} on ${device}` : name
}

function apiClientSignedIn(event: Event): string {
  const name = ownName(event)
  return name === null ? 'API client signed in' : `${name} signed in (JWT)`
}

function revoked(event: Event): Sentence {
  const { details, target } = event
  const verb = target === null || target.kind === 'personal' ? 'revoked' : 'signed out'
  const reason = details['by'] === 'housekeeping' ? 'unused for a year' : reasonWords[String(details['reason'])]
  return [...thing(event), ` ${verb}${reason === undefined ? '' : ` (${reason})`}`]
}

function tokenUpdated(event: Event): Sentence {
  const { name, scopes } = event.details
  const granted = Array.isArray(scopes) ? scopes.join(', ') : null
  if (typeof name === 'string') {
    const rest = granted === null ? '' : granted === '' ? ', all scopes removed' : `, scopes changed to ${granted}`
    return isDevice(event) ? [`Device renamed to ${name}${rest}`] : ['Token renamed to ', { token: name }, rest]
  }
  if (granted === null) return [...thing(event), ' updated']
  const owner = nameWord(event) ?? ['a token']
  return granted === '' ? ['All scopes removed from ', ...owner] : ['Scopes of ', ...owner, ` changed to ${granted}`]
}

/** The token or device as the subject of a sentence. */
function thing(event: Event): Sentence {
  const name = nameWord(event)
  if (isDevice(event)) return name ?? ['A device']
  return name === null ? ['A token'] : ['Token ', ...name]
}

function isDevice({ target }: Event): boolean {
  return target !== null && target.kind !== 'personal'
}

/** Its current name, or else its name at the time of the event. */
function nameWord(event: Event): Sentence | null {
  const name = event.target?.name ?? nameOf(event)
  if (name === null) return null
  return [isDevice(event) ? name : { token: name }]
}

/** The name that a device was given at sign-in; null if it is named after its client, which the list shows anyway. */
function ownName(event: Event): string | null {
  const name = nameOf(event)
  return name === event.client.name ? null : name
}

function nameOf({ details }: Pick<Event, 'details'>): string | null {
  return typeof details['name'] === 'string' ? details['name'] : null
}
