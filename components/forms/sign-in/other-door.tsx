import Link from 'next/link'

interface OtherDoorProps {
  question: string
  href: '/login' | '/register' | '/forgot-password'
  label: string
}

/** A link to the other form, for visitors who came to the wrong one. */
export function OtherDoor({ question, href, label }: OtherDoorProps) {
  return (
    <p className="mt-5 border-t border-line pt-4 text-muted [&+&]:mt-2 [&+&]:border-t-0 [&+&]:pt-0">
      {question}{' '}
      <Link href={href} className="rounded-tag font-medium text-accent underline underline-offset-3">
        {label}
      </Link>
    </p>
  )
}
