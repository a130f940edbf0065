import { keepDrafts } from '@/components/ui/form/form-drafts'

const CHANGED = 'latchkey:account-changed'

/** Leaves for the sign-in page when the session is over. Signing in leads back here and restores what was typed. */
export function leaveSignedOut(): void {
  keepDrafts()
  const { pathname, search } = window.location
  // The server accepts only its own pages as `next` (lib/edge/http/own-page.ts).
  window.location.assign(`/login?next=${encodeURIComponent(pathname + search)}&ended=1`)
}

/**
 * Reloads the page for the account that the browser is now signed in to. What was typed is dropped, because it was
 * meant for the other account.
 */
export function leaveOtherAccount(): void {
  sessionStorage.setItem(CHANGED, '1')
  // This account may not have access to administration pages.
  if (window.location.pathname.startsWith('/admin')) window.location.assign('/')
  else window.location.reload()
}

/** Whether `leaveOtherAccount` brought this tab here; true only once. */
export function takeAccountChange(): boolean {
  const isChanged = sessionStorage.getItem(CHANGED) !== null
  sessionStorage.removeItem(CHANGED)
  return isChanged
}
