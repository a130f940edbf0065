/** The texts of the page about keyboard shortcuts. */
export const shortcutsTexts = {
  page: {
    title: 'Keyboard shortcuts',
    lead: 'Single keys don’t work while you type. While a dialog is open, only its own shortcuts work.',
  },
  or: 'or',
  off: 'Off',
  anywhere: {
    title: 'Anywhere',
    lead: 'On every page while you’re signed in.',
    palette: 'Search pages, actions and tokens',
    search: 'Focus the search field of a list',
    help: 'Show this page',
    messages: 'Move to the messages at the foot of the page',
    skip: 'Skip to content: the first stop on every page',
  },
  search: {
    title: 'In the search',
    lead: 'After you open it.',
    move: 'Move through the results',
    choose: 'Open the selected result',
    close: 'Close the search',
  },
  elsewhere: {
    title: 'In menus and dialogs',
    lead: 'The page gets its focus back when they close.',
    open: 'Open the selected menu',
    move: 'Move through a menu',
    close: 'Close a menu, a dialog or the navigation',
  },
  singleKeys: {
    title: 'Single-key shortcuts',
    lead: 'Turn them off if speech input or stray key presses trigger them. This browser remembers your choice.',
    label: (keys: string) => `Use single-key shortcuts (${keys})`,
    turnedOn: 'Single-key shortcuts are on.',
    turnedOff: 'Single-key shortcuts are off.',
  },
} as const
