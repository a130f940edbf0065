/** Builds the URL of the page of a token, with the day in UTC whose hours it shows. */
export function tokenHref(id: string, day?: string): string {
  return `/settings/tokens/${id}${day === undefined ? '' : `?day=${day}`}`
}
