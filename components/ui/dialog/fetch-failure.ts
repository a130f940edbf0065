import type { AnnouncedAction } from '@/components/ui/announcer'
import { ProblemError } from '@/lib/edge/client/problem-error'
import { CONNECTION_LOST, send } from '@/lib/edge/client/send'
import { keepDrafts } from '@/components/ui/form/form-drafts'

/** Why something could not be fetched: the connection is lost, or the server no longer has the scripts of this page. */
export type FetchFailure = 'lost' | 'outdated'

/** What a page says about each failure. */
export const FETCH_FAILURES: Readonly<Record<FetchFailure, string>> = {
  lost: CONNECTION_LOST,
  outdated: 'A new version is available. Reload the page to continue.',
}

const SCRIPT = /\/_next\/static\/[^\s?#]+\.(?:js|css)/

/**
 * Why a fetch failed; null when something else did. The bundler does not say what happened to a script,
 * so the server is asked for it once more: after an upgrade it answers 404.
 */
export async function fetchFailureOf(error: unknown): Promise<FetchFailure | null> {
  if (error instanceof ProblemError) return error.code === 'unreachable' ? 'lost' : null
  if (!(error instanceof Error && isScriptMissing(error))) return null
  const path = (SCRIPT.exec(error.message)?.[0] ?? '/api/health/live') as `/${string}`
  const status = await send({ method: 'HEAD', path }).then(
    (response) => response.status,
    () => 0,
  )
  return status === 404 ? 'outdated' : 'lost'
}

/** Whether a part of the page's own code could not be fetched. */
export function isScriptMissing({ name }: Error): boolean {
  return name === 'ChunkLoadError'
}

/** What a person can do about a failure: try once more, or load the current version. */
export function remedyFor(failure: FetchFailure, tryAgain: () => void): AnnouncedAction {
  return failure === 'lost'
    ? { label: 'Try again', otherWay: 'Use the same control once more.', onChoose: tryAgain }
    : { label: 'Reload', otherWay: 'Reload the page in your browser.', onChoose: reloadPage }
}

/** Loads the page again; what was typed on it is there afterwards. */
function reloadPage(): void {
  keepDrafts()
  window.location.reload()
}
