'use client'

import { MessagePage } from '@/components/shell/message-page'
import { Button } from '@/components/ui/button'
import { isScriptMissing } from '@/components/ui/dialog/fetch-failure'
import { buttonClass } from '@/components/ui/button-class'

interface FailurePageProps {
  /** Its digest identifies the failure in the server’s log. */
  error: Error & { digest?: string }
  onRetry: () => void
}

const UNAVAILABLE = {
  title: 'Not available right now',
  lead: 'The database does not answer at the moment. Nothing is lost; try again shortly.',
}
const NOT_LOADED = {
  title: 'This page did not load',
  lead: 'The connection was lost, or a new version is available. Reload the page to continue.',
}
const FAILED = { title: 'Something went wrong', lead: 'The fault is on our side. Try again in a moment.' }

/** Says that a page failed, without details, and shows the digest under which the server logged it. */
export function FailurePage({ error, onRetry }: FailurePageProps) {
  if (isScriptMissing(error)) return <NotLoadedPage />
  const { digest } = error
  // For this error, the digest is the error code.
  const isUnavailable = digest === 'store_unavailable'
  return (
    <MessagePage {...(isUnavailable ? UNAVAILABLE : FAILED)}>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
        {/* A plain link, because the client-side router may be what failed. */}
        <a href="/" className={buttonClass('ghost')}>
          Go to the start
        </a>
      </div>
      {digest !== undefined && !isUnavailable && (
        <p className="mt-6 text-note text-muted">
          In the log of the server: <code className="font-mono">{digest}</code>
        </p>
      )}
    </MessagePage>
  )
}

/** A script of the page is missing. Only a reload helps, and the server is not at fault. */
function NotLoadedPage() {
  return (
    <MessagePage {...NOT_LOADED}>
      <Button variant="primary" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </MessagePage>
  )
}
