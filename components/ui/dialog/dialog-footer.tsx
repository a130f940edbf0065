import type { ReactNode } from 'react'

/** The row of buttons at the foot of a dialog. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return <div className="flex justify-end gap-2 border-t border-line px-6 py-3.5">{children}</div>
}
