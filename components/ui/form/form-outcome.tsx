import { CircleCheck } from 'lucide-react'

/** Announces what a form has done. The container is always rendered, so that screen readers notice the change. */
export function FormOutcome({ message }: { message: string | undefined }) {
  return (
    <div role="status">
      {message !== undefined && (
        <p className="flex gap-2.5 rounded-card border border-l-3 border-line border-l-accent bg-accent-soft px-3.5 py-2.5">
          <CircleCheck size={16} aria-hidden className="mt-0.75 shrink-0 text-accent" />
          {message}
        </p>
      )}
    </div>
  )
}
