const LAST_CODE_POINT = 0x10_ffff
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff

/**
 * Returns the texts that begin with `prefix` as a range in the byte order of UTF-8, which an index can return
 * without reading anything else.
 */
export function prefixRange(prefix: string): { gte: string; lt?: string } {
  const points = [...prefix].map((character) => character.codePointAt(0) ?? 0)
  while (points.at(-1) === LAST_CODE_POINT) points.pop()
  const last = points.pop()
  if (last === undefined) return { gte: prefix }
  // UTF-8 has no surrogates.
  const next = last + 1 === FIRST_SURROGATE ? LAST_SURROGATE + 1 : last + 1
  return { gte: prefix, lt: String.fromCodePoint(...points, next) }
}
