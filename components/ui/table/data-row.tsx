import type { ReactNode } from 'react'

interface DataRowProps {
  /** Shows something that is over, so the row is muted. */
  isOver?: boolean
  /** The columns of the card; by default three, the first as wide as possible. */
  card?: string
  children: ReactNode
}

const card = 'stacked:grid stacked:gap-x-3 stacked:gap-y-1.5 stacked:px-4 stacked:py-3.5'
const threeColumns = 'stacked:grid-cols-[minmax(0,1fr)_auto_auto]'

/** A table row; on narrow screens a card, whose cells are placed by their classes. */
export function DataRow({ isOver = false, card: columns = threeColumns, children }: DataRowProps) {
  return (
    <tr role="row" className={`hover:bg-row-hover ${card} ${columns} ${isOver ? 'text-muted' : ''}`}>
      {children}
    </tr>
  )
}
