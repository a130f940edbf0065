import type { AnnouncedAction } from '@/components/ui/announcer'
import { ProblemError } from '@/lib/edge/client/problem-error'
import { CONNECTION_LOST, send } from '@/lib/edge/client/send'
import { isScriptMissing } from '@/components/ui/dialog/script-missing'
import { keepDrafts } from '@/components/ui/form/form-drafts'
import { uiTexts } from '@/components/ui/texts'

/** Why something could not be loaded: the connection is lost, or the server no longer has this page's scripts. */
export type FetchFailure = 'lost' | 'outdated'

const texts = uiTexts.fetchFailure

/** The message for each failure. */
export const FETCH_FAILURES: Readonly<Record<FetchFailure, string>> = {
  lost: CONNECTION_LOST,
  outdated: texts.outdated,
}

const SCRIPT = /\/_next\/static\/[^\s?#]+\.(?:js|css)/

/**
 * Returns why loading failed, or null for any other error. The bundler does not say what happened to a script, so this
 * requests the script again: after an upgrade the server answers 404.
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

/** Returns what the person can do about a failure: try again, or load the current version. */
export function remedyFor(failure: FetchFailure, tryAgain: () => void): AnnouncedAction {
  return failure === 'lost'
    ? { label: texts.retry, otherWay: texts.retryOtherWay, onChoose: tryAgain }
    : { label: texts.reload, otherWay: texts.reloadOtherWay, onChoose: reloadPage }
}

/** Reloads the page and keeps what was typed. */
function reloadPage(): void {
  keepDrafts()
  window.location.reload()
}
