import { keepDrafts } from '@/components/ui/form/form-drafts'

/** Loads the page again; what was typed on it is there afterwards. */
export function reloadPage(): void {
  keepDrafts()
  window.location.reload()
}
