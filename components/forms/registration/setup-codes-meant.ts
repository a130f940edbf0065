const PRINTED = /^[a-z2-9]{5}(?:-?[a-z2-9]{5}){3}$/i

/**
 * The codes that may be meant by what was typed, the likeliest first. The code that Latchkey
 * prints has capital letters and dashes, and is taken in any case and without them; one that
 * the operator chose can look alike, so the text itself always stays among them.
 */
export function setupCodesMeant(typed: string): [string, ...string[]] {
  if (!PRINTED.test(typed)) return [typed]
  const letters = typed.replaceAll('-', '').toUpperCase()
  const printed = letters.replaceAll(/.{5}(?=.)/g, '$&-')
  return printed === typed ? [typed] : [printed, typed]
}
