import { expect, it } from 'vitest'
import { shortcutOf, type PressedKey } from '@/components/shortcuts/shortcut-of'

const plain: PressedKey = {
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
}
const calm = { isApple: false, isTyping: false, isDialogOpen: false, hasSingleKeys: true }

it.each([
  ['Ctrl+K', { key: 'k', ctrlKey: true }, {}, 'palette'],
  ['Ctrl+K with Caps Lock', { key: 'K', ctrlKey: true }, {}, 'palette'],
  ['Ctrl+K while typing', { key: 'k', ctrlKey: true }, { isTyping: true }, 'palette'],
  ['Ctrl+K without single keys', { key: 'k', ctrlKey: true }, { hasSingleKeys: false }, 'palette'],
  ['Ctrl+K in a dialog', { key: 'k', ctrlKey: true }, { isDialogOpen: true }, null],
  ['Ctrl+Shift+K', { key: 'K', ctrlKey: true, shiftKey: true }, {}, null],
  ['Ctrl+Alt+K', { key: 'k', ctrlKey: true, altKey: true }, {}, null],
  ['⌘K off a Mac', { key: 'k', metaKey: true }, {}, null],
  ['⌘K on a Mac', { key: 'k', metaKey: true }, { isApple: true }, 'palette'],
  ['Ctrl+K on a Mac, which deletes to the end of the line', { key: 'k', ctrlKey: true }, { isApple: true }, null],
  ['K', { key: 'k' }, {}, null],
  ['/', { key: '/' }, {}, 'search'],
  ['/ as Shift+7', { key: '/', shiftKey: true }, {}, 'search'],
  ['?', { key: '?', shiftKey: true }, {}, 'help'],
  ['? while typing', { key: '?', shiftKey: true }, { isTyping: true }, null],
  ['/ while typing', { key: '/' }, { isTyping: true }, null],
  ['/ in a dialog', { key: '/' }, { isDialogOpen: true }, null],
  ['/ after single keys were turned off', { key: '/' }, { hasSingleKeys: false }, null],
  ['? after single keys were turned off', { key: '?' }, { hasSingleKeys: false }, null],
  ['Ctrl+/', { key: '/', ctrlKey: true }, {}, null],
  ['⌘?', { key: '?', metaKey: true }, { isApple: true }, null],
  ['Alt+/', { key: '/', altKey: true }, {}, null],
  ['/ in the middle of a composed character', { key: '/', isComposing: true }, {}, null],
])('%s', (_name, pressed, circumstances, shortcut) => {
  expect(shortcutOf({ ...plain, ...pressed }, { ...calm, ...circumstances })).toBe(shortcut)
})
