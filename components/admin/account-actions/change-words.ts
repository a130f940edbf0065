import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import type { ButtonVariant } from '@/components/ui/button-class'

const { deactivate, promote, demote } = adminAccountsTexts

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
        title: deactivate.title(username),
        lead: deactivate.lead(username),
        means: deactivate.means,
        submitLabel: deactivate.submit,
        submitVariant: 'danger',
        done: deactivate.done(username),
        undone: deactivate.undone(username),
      }
    case 'promote':
      return {
        change: { is_admin: true },
        back: { is_admin: false },
        title: promote.title(username),
        lead: promote.lead(username),
        means: [],
        submitLabel: promote.submit,
        submitVariant: 'primary',
        done: promote.done(username),
        undone: promote.undone(username),
      }
    case 'demote':
      return {
        change: { is_admin: false },
        back: { is_admin: true },
        title: demote.title(username),
        lead: demote.lead(username),
        means: [],
        submitLabel: demote.submit,
        submitVariant: 'danger',
        done: demote.done(username),
        undone: demote.undone(username),
      }
  }
}
