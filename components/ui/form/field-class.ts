/** The classes of text inputs and selects. */
export const fieldClass =
  'w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-touch transition-colors hover:border-muted aria-invalid:border-danger cards:text-body'
