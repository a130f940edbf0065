import type { PaletteEntry, PaletteRun } from '@/components/palette/palette-entry'
import { paletteTexts } from '@/components/palette/texts'
import { administration, navigation } from '@/components/shell/navigation'
import { shellTexts } from '@/components/shell/texts'
import { THEMES } from '@/components/ui/theme/theme'

const { pages, actions, keywords } = paletteTexts

/** The words for pages of the navigation; a page without any is found by its label. */
const WORDS: Readonly<Record<string, string>> = {
  '/settings/tokens': keywords.tokens,
  '/settings/devices': keywords.devices,
  '/settings/activity': keywords.activity,
  '/settings/security': keywords.security,
  '/settings/profile': keywords.profile,
  '/docs/api': keywords.apiReference,
  '/admin': keywords.overview,
  '/admin/users': keywords.accounts,
  '/admin/tokens': keywords.allTokens,
  '/admin/audit': keywords.auditLog,
}

/** Returns the pages that this person may open, and what they can do, in the order of the navigation. */
export function listEntries(isAdmin: boolean): PaletteEntry[] {
  const groups = isAdmin ? [...navigation, administration] : navigation
  return [
    ...groups.flatMap(({ links }) => links).map(({ href, label }) => page(label, WORDS[href] ?? '', href)),
    ...(isAdmin ? [page(pages.invites, keywords.invites, '/admin/users/invites')] : []),
    page(shellTexts.shortcuts, keywords.shortcuts, '/settings/shortcuts'),
    action(actions.createToken, keywords.createToken, { href: '/settings/tokens/new' }),
    ...THEMES.map((theme) => action(actions.theme[theme], keywords.theme, { theme })),
    action(shellTexts.signOut.label, keywords.signOut, { signOut: true }),
  ]
}

function page(label: string, words: string, href: string): PaletteEntry {
  return { id: href, label, group: 'pages', keywords: words, note: null, run: { href } }
}

function action(label: string, words: string, run: PaletteRun): PaletteEntry {
  return { id: label, label, group: 'actions', keywords: words, note: null, run }
}
