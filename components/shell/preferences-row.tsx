import Link from 'next/link'
import { shellTexts } from '@/components/shell/texts'
import { ThemeSwitch } from '@/components/ui/theme/theme-switch'

const { shortcuts } = shellTexts

/** How the pages look and react in this browser. */
export function PreferencesRow() {
  return (
    <div className="mt-3 flex items-center justify-between gap-2">
      <ThemeSwitch />
      <Link
        href="/settings/shortcuts"
        prefetch={false}
        title={shortcuts}
        className="grid size-7 shrink-0 place-items-center rounded-control border border-line text-label font-medium text-muted hover:text-text"
      >
        <span aria-hidden>?</span>
        <span className="sr-only">{shortcuts}</span>
      </Link>
    </div>
  )
}
