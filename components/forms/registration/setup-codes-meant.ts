const PRINTED = /^[a-z2-9]{5}(?:-?[a-z2-9]{5}){3}$/i

/**
 * Returns the codes that the input may mean, most likely first. A code printed by Latchkey has capital letters and
 * dashes, and is accepted in any case and without dashes. A code chosen by the operator can look the same, so the input
 * itself is always included.
 */
export function setupCodesMeant(typed: string): [string, ...string[]] {
  if (!PRINTED.test(typed)) return [typed]
  const letters = typed.replaceAll('-', '').toUpperCase()
  const printed = letters.replaceAll(/.{5}(?=.)/g, '$&-')
  return printed === typed ? [typed] : [printed, typed]
}
