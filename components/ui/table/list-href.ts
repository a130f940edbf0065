/** The address of a list that shows this: what is not said, or is empty, stays out of it. */
export function listHref(path: string, address: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(address).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '')
  const query = new URLSearchParams(said).toString()
  return query === '' ? path : `${path}?${query}`
}
