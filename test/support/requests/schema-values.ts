import fc from 'fast-check'
import type { JsonSchema } from '@/test/support/requests/valid-input'

const NASTY_TEXT = [
  '', ' ', '\0', '\ud800', '%', '_', '%00', '\\', "'", '"; DROP TABLE token; --', '{{7*7}}', '../..', '🔑', 'ﬀ', 'İ', 'ß',
  '__proto__', 'constructor', 'null', 'NaN', '1e9', '-1', '0', '1', '100', '101', '9999999999', 'a'.repeat(300), '\u202e', '\r\nx: y',
] // prettier-ignore

/** Timestamps at the limits of RFC 3339, JavaScript, and the databases. */
export const NASTY_INSTANTS = [
  '0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-23:59', '2027-02-28T23:59:60Z', '1969-12-31T23:59:59.999999999Z',
  '2027-02-30T00:00:00Z', '2027-01-01T00:00:00.123456Z', '+275760-09-13T00:00:00Z', '2027-01-01', '2027-01-01T00:00',
] // prettier-ignore

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'

/** Generates text of every kind, well-formed or not. */
export const garbageText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY_TEXT),
  fc.string({ unit: 'binary' }),
  fc.string(),
)

const instants = fc.oneof(
  fc.constantFrom(...NASTY_INSTANTS),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
)

/** Generates cursors in our encoding with any order, id, and value. Cursors are not signed. */
const cursors = fc
  .tuple(
    fc.constantFrom('events', 'name', '-name', '-created_at', 'created_at', 'last_used_at', '-expires_at'),
    fc.constantFrom(ID, '-'.repeat(36), 'f'.repeat(36), 'x', ''),
    fc.oneof(
      fc.constantFrom('-', '', '=', '=\0', '=x', '=NaN'),
      instants.map((text) => `=${text}`),
      garbageText,
    ),
  )
  .map((parts) => Buffer.from(parts.join('\n')).toString('base64url'))

const rarely = (rare: fc.Arbitrary<unknown>, often: fc.Arbitrary<unknown>) =>
  fc.oneof({ arbitrary: often, weight: 4 }, { arbitrary: rare, weight: 1 })

/** Generates values for a field: mostly of its type, including edge cases, and sometimes of another type. */
export function valuesOf(name: string, schema: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: ofType(name, schema), weight: 9 }, { arbitrary: fc.jsonValue(), weight: 1 })
}

function ofType(name: string, schema: JsonSchema): fc.Arbitrary<unknown> {
  const { minimum = -1, maximum = 100 } = schema
  if (schema.enum) return rarely(garbageText, fc.constantFrom(...schema.enum))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer') {
    const edges = fc.constantFrom(minimum - 1, minimum, maximum, maximum + 1, 0, -0, 1e15, Number.MAX_SAFE_INTEGER)
    return fc.oneof(fc.integer({ min: minimum, max: Math.max(minimum, maximum) }), edges)
  }
  if (schema.type === 'array')
    return fc.array(schema.items ? ofType(name, schema.items) : fc.jsonValue(), { maxLength: 5 })
  if (name === 'cursor') return cursors
  if (name === 'limit') return rarely(garbageText, fc.integer({ min: 1, max: 100 }).map(String))
  if (name === 'sort' || name === 'scopes') return fc.constantFrom('read', 'write', 'admin', 'name', '-expires_at')
  if (/_at$|_since$/.test(name)) return instants
  return rarely(garbageText, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 70 }))
}
