'use client'

import { MessagePage } from '@/components/shell/message-page'
import { failureTexts as texts } from '@/components/shell/texts-failure'
import { Button } from '@/components/ui/button'
import { isScriptMissing } from '@/components/ui/dialog/script-missing'
import { buttonClass } from '@/components/ui/button-class'

interface FailurePageProps {
  /** Its digest identifies the failure in the server’s log. */
  error: Error & { digest?: string }
  onRetry: () => void
}

/** Says that a page failed, without details, and shows the digest under which the server logged it. */
export function FailurePage({ error, onRetry }: FailurePageProps) {
  if (isScriptMissing(error)) return <NotLoadedPage />
  const { digest } = error
  // For this error, the digest is the error code.
  const isUnavailable = digest === 'store_unavailable'
  return (
    <MessagePage {...(isUnavailable ? texts.unavailable : texts.failed)}>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onRetry}>
          {texts.retry}
        </Button>
        {/* A plain link, because the client-side router may be what failed. */}
        <a href="/" className={buttonClass('ghost')}>
          {texts.home}
        </a>
      </div>
      {digest !== undefined && !isUnavailable && (
        <p className="mt-6 text-note text-muted">
          {texts.reference} <code className="font-mono">{digest}</code>
        </p>
      )}
    </MessagePage>
  )
}

/** A script of the page is missing. Only a reload helps, and the server is not at fault. */
function NotLoadedPage() {
  return (
    <MessagePage {...texts.notLoaded}>
      <Button variant="primary" onClick={() => window.location.reload()}>
        {texts.reload}
      </Button>
    </MessagePage>
  )
}
