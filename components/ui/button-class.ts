const base =
  'inline-flex cursor-pointer items-center justify-center gap-2 rounded-control border px-3 py-1.75 font-medium whitespace-nowrap transition-colors disabled:cursor-default aria-disabled:cursor-default aria-disabled:opacity-60'

const variants = {
  plain: 'border-line-strong bg-surface hover:border-muted',
  primary: 'border-accent bg-accent text-on-accent hover:opacity-90',
  ghost: 'border-transparent text-muted hover:text-text',
  danger: 'border-line-strong bg-surface text-danger hover:border-danger',
} as const

/** How prominent a button is: one `primary` per view, `danger` for what cannot be undone. */
export type ButtonVariant = keyof typeof variants

/** Returns the classes of a button, for links that look like one. */
export function buttonClass(variant: ButtonVariant = 'plain'): string {
  return `${base} ${variants[variant]}`
}
