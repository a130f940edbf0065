import { CircleAlert } from 'lucide-react'

/** Announces why a form was rejected. Renders nothing without a message. */
export function FormMessage({ message }: { message: string | undefined }) {
  if (message === undefined) return null
  return (
    <p
      role="alert"
      className="flex gap-2.5 rounded-card border border-l-3 border-line border-l-danger bg-danger-soft px-3.5 py-2.5"
    >
      <CircleAlert size={16} aria-hidden className="mt-0.75 shrink-0 text-danger" />
      {message}
    </p>
  )
}
