// Letters and underscores: what a client misspells looks like this, a password or a key rarely does.
const FIELD_NAME = /^[A-Za-z_]{1,32}$/

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** The RFC 6901 pointer to a field that a schema names, or to an entry of a list. */
export function pointerTo(parent: string, part: PropertyKey): string {
  return `${parent}/${escaped(String(part))}`
}

/**
 * The pointer to a field whose name the client made up. A name that does not look like one may be
 * a secret in the wrong place: then the pointer ends at the parent.
 */
export function pointerToUnknown(parent: string, name: string): string {
  return FIELD_NAME.test(name) ? pointerTo(parent, name) : parent
}
