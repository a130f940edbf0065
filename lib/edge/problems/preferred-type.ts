/**
 * Returns which of `types` an `Accept` header asks for (RFC 9110 section 12.5.1). Null if it prefers JSON, accepts
 * anything or names none of them.
 */
export function preferredType<T extends string>(accept: string | null, types: readonly T[]): T | null {
  const wanted = (accept ?? '')
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
      const quality = parameters.find((parameter) => parameter.startsWith('q='))
      return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
  const first = wanted.find(({ type }) => ['application/json', 'application/*', '*/*', ...types].includes(type))
  return types.find((type) => type === first?.type) ?? null
}
