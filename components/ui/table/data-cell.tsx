import type { ReactNode } from 'react'

/** A table cell; `className` places it in the card that the row becomes on narrow screens. */
export function DataCell({ className = '', children }: { className?: string; children?: ReactNode }) {
  return (
    <td role="cell" className={`cards:px-4 cards:py-3.25 cards:align-middle ${className}`}>
      {children}
    </td>
  )
}
