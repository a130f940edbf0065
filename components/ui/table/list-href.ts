/** Builds the URL of a list; leaves out missing and empty parameters. */
export function listHref(path: string, address: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(address).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '')
  const query = new URLSearchParams(said).toString()
  return query === '' ? path : `${path}?${query}`
}
