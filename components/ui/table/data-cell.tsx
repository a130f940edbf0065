import type { ReactNode } from 'react'

/** A cell of a table; `className` places it in the card that the row becomes where it is narrow. */
export function DataCell({ className = '', children }: { className?: string; children?: ReactNode }) {
  return (
    <td role="cell" className={`cards:px-4 cards:py-3.25 cards:align-middle ${className}`}>
      {children}
    </td>
  )
}
