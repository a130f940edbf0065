import { shellTexts } from '@/components/shell/texts'

/** The first stop of the keyboard: skips what is on every page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-control bg-raised font-medium focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:px-3 focus:py-2"
    >
      {shellTexts.skipLink}
    </a>
  )
}
