/** What a key can do anywhere on a signed-in page. */
export type Shortcut = 'palette' | 'search' | 'help'

/** The part of a keyboard event that decides. */
export interface PressedKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
}

interface Circumstances {
  /** The keyboard has a ⌘ key. Control edits text there. */
  isApple: boolean
  /** The key goes to a field in which the person types. */
  isTyping: boolean
  /** A dialog or a menu is open, and has the keyboard to itself. */
  isDialogOpen: boolean
  /** The person wants shortcuts of a single character (WCAG 2.1.4). */
  hasSingleKeys: boolean
}

/** Returns what a key does, or null. */
export function shortcutOf(pressed: PressedKey, circumstances: Circumstances): Shortcut | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = pressed
  const { isApple, isTyping, isDialogOpen, hasSingleKeys } = circumstances
  if (isComposing || isDialogOpen || altKey) return null
  if (ctrlKey || metaKey) {
    const isCommand = isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey
    return isCommand && !shiftKey && key.toLowerCase() === 'k' ? 'palette' : null
  }
  if (isTyping || !hasSingleKeys) return null
  // Some keyboards need Shift for these characters, others do not.
  if (key === '/') return 'search'
  return key === '?' ? 'help' : null
}
