import { Fragment } from 'react'
import { shortcutsTexts } from '@/components/shortcuts/texts'

/** Keys to press together. Several combinations do the same. */
export function Keys({ combinations }: { combinations: readonly (readonly string[])[] }) {
  return combinations.map((keys, index) => (
    <Fragment key={keys.join()}>
      {index > 0 && <span className="mx-1.5 text-note text-muted">{shortcutsTexts.or}</span>}
      <span className="inline-flex gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            className="inline-grid min-w-6 place-items-center rounded-tag border border-line-strong bg-bg px-1.5 py-0.5 font-sans text-label"
          >
            {key}
          </kbd>
        ))}
      </span>
    </Fragment>
  ))
}
