import type { ReactNode } from 'react'

export interface Column {
  /** The name of the column; also its key. */
  name: string
  /** The content of the header, when it is more than the name. */
  head?: ReactNode
  /** A class that sets its share of the width. */
  width?: string
  /** The name is for screen readers only, as above buttons. */
  isNameHidden?: boolean
  sorted?: 'ascending' | 'descending' | undefined
}

interface DataTableProps {
  label: string
  columns: readonly Column[]
  children: ReactNode
}

/**
 * One table for every width. Where it has little room, whatever the window has, its rows become cards. The roles are
 * explicit, because browsers drop them with the layout.
 */
export function DataTable({ label, columns, children }: DataTableProps) {
  return (
    <div className="@container/list overflow-hidden rounded-card border border-line bg-surface">
      <table role="table" aria-label={label} className="w-full stacked:block">
        <thead role="rowgroup" className="stacked:sr-only">
          <tr role="row">
            {columns.map(({ name, head, width = '', isNameHidden = false, sorted }) => (
              <th
                key={name}
                role="columnheader"
                scope="col"
                aria-sort={sorted}
                className={`border-b border-line px-4 py-2.5 text-left text-label font-medium whitespace-nowrap text-faint ${width}`}
              >
                <span className={isNameHidden ? 'sr-only' : head === undefined ? '' : 'columns:hidden'}>{name}</span>
                {/* On narrow screens the header is for screen readers only, and a control in it would get the focus
                   unseen. */}
                {head !== undefined && <span className="stacked:hidden">{head}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="divide-y divide-line stacked:block">
          {children}
        </tbody>
      </table>
    </div>
  )
}
