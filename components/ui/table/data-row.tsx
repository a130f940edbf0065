import type { ReactNode } from 'react'

interface DataRowProps {
  /** What it shows is over: it stands back. */
  isOver?: boolean
  /** The columns of the card; three of them, the first as wide as can be, when nothing is said. */
  card?: string
  children: ReactNode
}

const card = 'max-cards:grid max-cards:gap-x-3 max-cards:gap-y-1.5 max-cards:px-4 max-cards:py-3.5'
const threeColumns = 'max-cards:grid-cols-[minmax(0,1fr)_auto_auto]'

/** A row of a table; a card where it is narrow, whose cells say by a class where they stand. */
export function DataRow({ isOver = false, card: columns = threeColumns, children }: DataRowProps) {
  return (
    <tr role="row" className={`hover:bg-row-hover ${card} ${columns} ${isOver ? 'text-muted' : ''}`}>
      {children}
    </tr>
  )
}
