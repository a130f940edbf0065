import Link from 'next/link'

/** An account's username, linked to its page. */
export function AccountName({ account: { id, username } }: { account: { id: string; username: string } }) {
  return (
    <Link
      href={accountHref(id)}
      prefetch={false}
      className="-mx-1 rounded-tag px-1 wrap-anywhere underline decoration-line-strong underline-offset-3 hover:decoration-accent"
    >
      {username}
    </Link>
  )
}

function accountHref(id: string): string {
  return `/admin/users/${id}`
}
