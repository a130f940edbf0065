import { joinWords } from '@/components/ui/join-words'
import { uiTexts } from '@/components/ui/texts'

/** Every text of the form that creates a token. The page of that form loads no other texts of tokens. */
export const createTexts = {
  create: {
    title: 'Create token',
    lead: 'Name it after where you’ll use it, such as “ci-deploy”.',
    submit: 'Create token',
    name: 'Name',
  },

  expiry: {
    label: 'Expires in',
    custom: 'Custom…',
    none: 'No expiry',
    day: 'Expiry date',
    dayMissing: 'Choose an expiry date.',
    askForDay: 'Choose the last day the token should work.',
    expires: (time: string) => `Expires on ${time}.`,
    neverExpires: 'Doesn’t expire. Anyone who finds it can use it until you revoke it.',
  },

  idle: {
    label: 'Revoke if unused for',
    never: 'Never',
    after: { week: '7 days', month: '30 days', quarter: '90 days', halfYear: '180 days' },
  },

  scopes: {
    label: 'Scopes',
    none: 'Without scopes, the token only proves who you are.',
    some: 'What each scope allows is up to the services that accept this token.',
  },

  /** One sentence about the token that a form would create. */
  summary: {
    creates: (scopes: string, expiry: string, emails: string) =>
      `This creates a token ${scopes} that ${expiry}${emails}.`,
    noScopes: 'without scopes',
    scope: (scope: string) => `with the scope ${scope}`,
    scopes: (scopes: string) => `with the scopes ${scopes}`,
    expires: (time: string) => `expires on ${time}`,
    expiresOrIdle: (time: string, duration: string) => `expires on ${time}, or earlier if unused for ${duration}`,
    neverExpires: 'doesn’t expire',
    idleOnly: (duration: string) => `expires only if unused for ${duration}`,
    emails: {
      times: (daysBefore: readonly number[]) =>
        `; you’ll get an email ${joinWords([...daysBefore.map((days) => `${uiTexts.time.days(days)} before`), 'at that time'])}`,
      unconfirmed: '; to get reminders, confirm an email address in your profile',
    },
  },
} as const
