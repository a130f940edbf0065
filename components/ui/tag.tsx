/** A short word in monospace. */
export function Tag({ children }: { children: string }) {
  return (
    <span className="rounded-tag bg-tag px-1.75 py-px font-mono text-label wrap-anywhere text-muted">{children}</span>
  )
}
