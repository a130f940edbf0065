import { Skeleton } from '@/components/ui/skeleton'

const FIELDS = ['first', 'second', 'third'] as const

interface FormSkeletonProps {
  fieldCount: 1 | 2 | 3
  /** Announces the loading state to screen readers. */
  sentence: string
}

/** A placeholder for a form that is loading. */
export function FormSkeleton({ fieldCount, sentence }: FormSkeletonProps) {
  return (
    <div role="status" className="grid max-w-form gap-4">
      <span className="sr-only">{sentence}</span>
      {FIELDS.slice(0, fieldCount).map((field) => (
        <div key={field} className="grid gap-1.5">
          <Skeleton className="my-0.5 h-4 w-32" />
          <Skeleton className="h-9.5 w-full" />
        </div>
      ))}
      <Skeleton className="h-9 w-36 max-cards:w-full" />
    </div>
  )
}
