/** A grey shape where text is about to stand. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={`animate-wait rounded-tag bg-tag ${className}`} />
}
