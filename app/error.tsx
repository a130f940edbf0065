'use client'

import { FailurePage } from '@/components/shell/failure-page'

interface ErrorPageProps {
  error: Error & { digest?: string }
  retry: () => void
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return <FailurePage error={error} onRetry={retry} />
}
