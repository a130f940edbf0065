import { useLayoutEffect, type RefObject } from 'react'

/** When the element goes away while it has the focus, the page's content gets it; otherwise the keyboard would start over. */
export function useFocusHandover(target: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = target.current
    return () => {
      if (element !== null && element === document.activeElement) document.getElementById('main')?.focus()
    }
  }, [target])
}
