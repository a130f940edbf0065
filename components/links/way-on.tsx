/** A link onward from a page that a mail has led to. It loads the page anew: that one has a policy of its own. */
export function WayOn({ href, label }: { href: '/login' | '/forgot-password' | '/settings/profile'; label: string }) {
  return (
    <p className="mt-5 border-t border-line pt-4">
      <a href={href} className="rounded-tag font-medium text-accent underline underline-offset-3">
        {label}
      </a>
    </p>
  )
}
