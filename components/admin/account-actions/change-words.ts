import type { ButtonVariant } from '@/components/ui/button-class'

/** A change to an account's state or role. */
export type AccountChange = 'deactivate' | 'promote' | 'demote'

interface ChangeWords {
  /** The request body that makes the change, and the one that undoes it. */
  change: { is_active: boolean } | { is_admin: boolean }
  back: { is_active: boolean } | { is_admin: boolean }
  title: string
  lead: string
  means: readonly string[]
  submitLabel: string
  submitVariant: ButtonVariant
  done: string
  undone: string
}

/** Returns the texts and request bodies for a change to an account. */
export function changeWords(change: AccountChange, username: string): ChangeWords {
  switch (change) {
    case 'deactivate':
      return {
        change: { is_active: false },
        back: { is_active: true },
        title: `Deactivate ${username}?`,
        lead: `${username} is shut out at once, and can be let in again at any time. Nothing is deleted.`,
        means: [
          'Browsers and programs are signed out, and have to sign in anew after a return.',
          'Tokens are refused as long as the account is deactivated.',
        ],
        submitLabel: 'Deactivate',
        submitVariant: 'danger',
        done: `${username} is deactivated.`,
        undone: `${username} can sign in again.`,
      }
    case 'promote':
      return {
        change: { is_admin: true },
        back: { is_admin: false },
        title: `Make ${username} an administrator?`,
        lead: `${username} can then change and end every account and every token, yours too.`,
        means: [],
        submitLabel: 'Make an administrator',
        submitVariant: 'primary',
        done: `${username} is an administrator.`,
        undone: `${username} is no administrator any more.`,
      }
    case 'demote':
      return {
        change: { is_admin: false },
        back: { is_admin: true },
        title: `Take the rights of ${username} away?`,
        lead: `${username} keeps the account and its tokens, but is no administrator from the next request on.`,
        means: [],
        submitLabel: 'Take them away',
        submitVariant: 'danger',
        done: `${username} is no administrator any more.`,
        undone: `${username} is an administrator again.`,
      }
  }
}
