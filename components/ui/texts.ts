/** The texts of the shared controls: what people see and hear in them, whatever page they are on. */
export const uiTexts = {
  announcer: {
    /** Radix replaces `{hotkey}` with the key that moves the focus to the messages. */
    label: 'Notifications ({hotkey})',
  },
  copy: {
    copy: 'Copy',
    copied: 'Copied',
    selected: 'Selected',
    announceCopied: 'Copied',
    announceSelected: 'Selected. Press Ctrl/⌘ C to copy.',
  },
  errorState: { retry: 'Try again' },
  dialog: { cancel: 'Cancel' },
  fetchFailure: {
    outdated: 'A new version is available. Reload the page to continue.',
    retry: 'Try again',
    retryOtherWay: 'Use the same control again.',
    reload: 'Reload',
    reloadOtherWay: 'Reload the page in your browser.',
  },
  password: {
    what: 'password',
    show: (what: string) => `Show ${what}`,
  },
  draft: { restored: 'We restored what you typed. It isn’t saved yet.' },
  filters: { submit: 'Apply' },
  pager: { first: 'First page', next: 'Next page' },
  selection: {
    count: (count: number) => `${count} selected`,
    clear: 'Clear',
  },
  chart: {
    showTable: 'Show as table',
    day: 'Day (UTC)',
    hour: 'Hour (UTC)',
    describe: (label: string, counts: string) => `${label}: ${counts}`,
    cutOff: (points: string) => `Cut off to keep the others readable: ${points}.`,
    counts: (up: string, upWord: string, down: string, downWord: string) => `${up} ${upWord}, ${down} ${downWord}`,
  },
  time: {
    now: 'just now',
    soon: 'in a moment',
    days: (count: number) => counted(count, 'day'),
    hours: (count: number) => counted(count, 'hour'),
    minutes: (count: number) => counted(count, 'minute'),
    seconds: (count: number) => counted(count, 'second'),
  },
} as const

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
