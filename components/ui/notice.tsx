import type { ReactNode } from 'react'

interface NoticeProps {
  /** What the person can do about it. */
  actions?: ReactNode
  children: ReactNode
}

/** Something on the page that needs attention soon. */
export function Notice({ actions, children }: NoticeProps) {
  return (
    <div className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-l-3 border-line border-l-warn bg-warn-soft px-3.5 py-2.5">
      <p className="flex-1 basis-72 text-pretty wrap-anywhere">{children}</p>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
