/** Quotes a text for a POSIX shell. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** Quotes a text for JavaScript, Python and YAML, which all read the strings of JSON. */
export function jsonQuoted(text: string): string {
  return JSON.stringify(text)
}

/** Writes a value for an environment file, in quotes only if it needs them. */
export function envValue(text: string): string {
  return /^[\w.:/@+-]*$/.test(text) ? text : shellQuoted(text)
}
