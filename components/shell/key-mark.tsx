'use client'

/** The product's logo. A client component, like every drawing (docs/adr/0009). */
export function KeyMark() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      className="size-5 shrink-0 text-accent"
    >
      <circle cx="8" cy="15" r="4.5" />
      <path d="m11.5 11.5 8-8M16 7l3 3M18.5 4.5l2 2" />
    </svg>
  )
}
