/** The page about an account. */
export function accountHref(id: string): string {
  return `/admin/users/${id}`
}
