import type { ReactNode } from 'react'

/** A table cell; `className` places it in the card that the row becomes on narrow screens. */
export function DataCell({ className = '', children }: { className?: string; children?: ReactNode }) {
  return (
    <td role="cell" className={`columns:px-4 columns:py-3.25 columns:align-middle ${className}`}>
      {children}
    </td>
  )
}
