'use client'

import { useRouter } from 'next/navigation'
import type { PaletteRun } from '@/components/palette/palette-entry'
import { paletteTexts } from '@/components/palette/texts'
import { useSignOut } from '@/components/shell/use-sign-out'
import { useAnnounce } from '@/components/ui/announcer'
import { chooseTheme } from '@/components/ui/theme/theme'

/** Returns the function that does what an entry promises. */
export function usePaletteRun(): (run: PaletteRun) => void {
  const router = useRouter()
  const announce = useAnnounce()
  const { signOut } = useSignOut()
  return (run) => {
    if ('href' in run) return router.push(run.href)
    if ('signOut' in run) return void signOut()
    chooseTheme(run.theme)
    announce(paletteTexts.actions.themeChosen[run.theme])
  }
}
