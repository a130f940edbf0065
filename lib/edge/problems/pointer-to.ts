// Letters and underscores: a misspelled field looks like this, a password or a key rarely does.
const FIELD_NAME = /^[A-Za-z_]{1,32}$/

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** Returns the RFC 6901 pointer to a field that a schema names, or to an item of a list. */
export function pointerTo(parent: string, part: PropertyKey): string {
  return `${parent}/${escaped(String(part))}`
}

/**
 * Returns the pointer to a field whose name the client chose. A name that does not look like a field name may be a
 * misplaced secret: the pointer then ends at the parent.
 */
export function pointerToUnknown(parent: string, name: string): string {
  return FIELD_NAME.test(name) ? pointerTo(parent, name) : parent
}
