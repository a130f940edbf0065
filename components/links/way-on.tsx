interface WayOnProps {
  href: '/login' | '/forgot-password' | '/settings/profile' | '/settings/security'
  label: string
}

/**
 * A link onward from a page that an email or a provider led to. It loads the page in full, because that page has a
 * different content security policy.
 */
export function WayOn({ href, label }: WayOnProps) {
  return (
    <p className="mt-5 border-t border-line pt-4">
      <a href={href} className="rounded-tag font-medium text-accent underline underline-offset-3">
        {label}
      </a>
    </p>
  )
}
