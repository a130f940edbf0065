import { useLayoutEffect, type RefObject } from 'react'

/**
 * Moves the focus to the page's content when the focused element disappears; otherwise the keyboard would start over.
 */
export function useFocusHandover(target: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = target.current
    return () => {
      if (element !== null && element === document.activeElement) document.getElementById('main')?.focus()
    }
  }, [target])
}
