import { Skeleton } from '@/components/ui/skeleton'

const ROWS = ['first', 'second', 'third']

/** A placeholder for a table that is loading; `sentence` tells screen readers so. */
export function TableSkeleton({ sentence }: { sentence: string }) {
  return (
    <div role="status" className="divide-y divide-line rounded-card border border-line bg-surface">
      <span className="sr-only">{sentence}</span>
      {ROWS.map((row) => (
        <div key={row} className="flex items-center justify-between gap-4 p-4">
          <div className="grid gap-2">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-3 w-24" />
          </div>
          <Skeleton className="h-4 w-20" />
        </div>
      ))}
    </div>
  )
}
