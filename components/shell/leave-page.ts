import { keepDrafts } from '@/components/ui/form/form-drafts'

const CHANGED = 'latchkey:account-changed'

/** Leaves to the sign-in after the session has ended; it leads back here, where what was typed is filled in again. */
export function leaveSignedOut(): void {
  keepDrafts()
  const { pathname, search } = window.location
  // The server lets `next` lead to its own pages only (lib/edge/http/own-page.ts).
  window.location.assign(`/login?next=${encodeURIComponent(pathname + search)}&ended=1`)
}

/** Loads the page again for the account that the browser is signed in to now. What was typed was meant for the other one. */
export function leaveOtherAccount(): void {
  sessionStorage.setItem(CHANGED, '1')
  // Pages of administrators may not exist for this account.
  if (window.location.pathname.startsWith('/admin')) window.location.assign('/')
  else window.location.reload()
}

/** Whether this tab came here because a change was rejected for its account; true once. */
export function takeAccountChange(): boolean {
  const isChanged = sessionStorage.getItem(CHANGED) !== null
  sessionStorage.removeItem(CHANGED)
  return isChanged
}
