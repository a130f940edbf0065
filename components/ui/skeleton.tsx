/** A grey placeholder for text that is loading. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={`animate-wait rounded-tag bg-tag ${className}`} />
}
