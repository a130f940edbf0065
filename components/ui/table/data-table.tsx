import type { ReactNode } from 'react'

/** A column of a table. */
export interface Column {
  /** What it is called; also the key. */
  name: string
  /** What stands in its head when that is more than the name. */
  head?: ReactNode
  /** A class that gives its share of the width. */
  width?: string
  /** The name is for the ears only, as above buttons. */
  isNameHidden?: boolean
  sorted?: 'ascending' | 'descending' | undefined
}

interface DataTableProps {
  label: string
  columns: readonly Column[]
  /** Rows of the table. */
  children: ReactNode
}

/**
 * One table for every width: where it is narrow its rows are laid out as cards, and the roles
 * are written out because browsers drop them with the layout.
 */
export function DataTable({ label, columns, children }: DataTableProps) {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface">
      <table role="table" aria-label={label} className="w-full max-cards:block">
        <thead role="rowgroup" className="max-cards:sr-only">
          <tr role="row">
            {columns.map(({ name, head, width = '', isNameHidden = false, sorted }) => (
              <th
                key={name}
                role="columnheader"
                scope="col"
                aria-sort={sorted}
                className={`border-b border-line px-4 py-2.5 text-left text-label font-medium whitespace-nowrap text-faint ${width}`}
              >
                <span className={isNameHidden ? 'sr-only' : head === undefined ? '' : 'cards:hidden'}>{name}</span>
                {/* What can be pressed would get the focus unseen where the head is only for the ears. */}
                {head !== undefined && <span className="max-cards:hidden">{head}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="divide-y divide-line max-cards:block">
          {children}
        </tbody>
      </table>
    </div>
  )
}
