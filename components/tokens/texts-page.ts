import { joinWords } from '@/components/ui/join-words'
import { uiTexts } from '@/components/ui/texts'

/** Every text that people read or hear on the page of one token. */
export const tokenPageTexts = {
  title: 'Token',
  back: 'Tokens',
  loading: 'Loading token…',

  actions: {
    label: 'Actions',
    rename: 'Rename',
    scopes: 'Edit scopes',
    extend: 'Extend',
    rotate: 'Rotate',
    revoke: 'Revoke',
  },

  status: {
    title: 'Status',
    lead: 'What the token can do now, and what happens next.',
    state: 'Status',
    next: 'What happens next',
    scopes: 'Scopes',
    noScopes: 'None. The token only proves who you are.',
    created: 'Created',
    from: (address: string) => `from ${address}`,
    with: (client: string) => `with ${client}`,
    lastUsed: 'Last used',
    limit: 'Idle limit',
    noLimit: 'None',
    active: 'Active',
  },

  /** Sentences about the future of a token. */
  next: {
    worksUntil: (time: string) => `It works until ${time}.`,
    worksUntilRevoked: 'It works until you revoke it.',
    soonerIfIdle: (time: string) => `It expires sooner, on ${time}, if it isn’t used before then.`,
    untilIdle: (time: string) => `It expires on ${time} if it isn’t used before then. Each use moves that date.`,
    emails: (daysBefore: readonly number[]) =>
      `We’ll email you ${joinWords([...daysBefore.map((days) => `${uiTexts.time.days(days)} before`), 'when it expires'])}.`,
    unused: 'If it isn’t used for a year, it’s revoked.',
    expired: (time: string) => `It expired on ${time}. Extend it to make it work again.`,
    expiredForever: (time: string) => `It expired on ${time}. Create a new token to replace it.`,
    undoUntil: (time: string) => `You can undo the revocation until ${time}.`,
    isFinal: 'It can’t be restored.',
    deleted: (time: string) => `It’s deleted from this page on ${time}.`,
  },

  rotation: {
    title: 'Rotation',
    lead: 'Both tokens work until the old one expires. Until then, update every program that still uses the old one.',
    current: 'New token',
    old: 'Old token',
    expires: 'Expires',
    lastUsed: 'Last used',
    from: (address: string) => `from ${address}`,
    neverUsed: 'Never used',
    revokeOld: 'Revoke old token now…',
  },

  usage: {
    title: 'Requests',
    lead: 'How often services checked this token in the last 30 days. Days and hours are in UTC, and the last minute may be missing.',
    accepted: 'accepted',
    rejected: 'rejected',
    byDay: 'Requests per day',
    byHour: (day: string) => `Requests per hour on ${day}`,
    days: 'Choose a day',
    earlier: 'Earlier day',
    later: 'Later day',
    none: 'No requests in the last 30 days.',
  },

  addresses: {
    title: 'Addresses',
    lead: 'The last 5 IP addresses that used this token.',
    label: 'IP addresses',
    address: 'IP address',
    first: 'First used',
    last: 'Last used',
    unknown: 'Not recorded',
    none: 'No address has used this token yet.',
  },

  timeline: {
    title: 'History',
    lead: 'What happened to this token, newest first.',
    burst: (count: string) => `${count} requests rejected within an hour`,
    created: 'Token created',
    more: 'Only the newest events are shown.',
  },

  editScopes: {
    title: (name: string) => `Edit the scopes of ${name}`,
    lead: 'The token stays the same. Programs that use it get the new scopes on their next request.',
    submit: 'Save scopes',
    done: (name: string) => `Scopes of ${name} saved.`,
  },
} as const
