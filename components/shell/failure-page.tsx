'use client'

import { MessagePage } from '@/components/shell/message-page'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'

interface FailurePageProps {
  /** Names the failure in the server's log. */
  digest: string | undefined
  onRetry: () => void
}

/** Says that a page failed, in words that give nothing away, with the number under which the log has it. */
export function FailurePage({ digest, onRetry }: FailurePageProps) {
  return (
    <MessagePage title="Something went wrong" lead="The fault is on our side. Try again in a moment.">
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
        {/* A plain link: the client's router may be what has failed. */}
        <a href="/" className={buttonClass('ghost')}>
          Go to the start
        </a>
      </div>
      {digest !== undefined && (
        <p className="mt-6 text-note text-muted">
          In the log of the server: <code className="font-mono">{digest}</code>
        </p>
      )}
    </MessagePage>
  )
}
