import { readFileSync } from 'node:fs'

/**
 * Returns the only code block of a page in one language, with the given texts (mostly addresses) replaced, so that
 * tests run exactly what people copy.
 */
export function documented(
  language: string,
  addresses: Readonly<Record<string, string>>,
  page = 'docs/verify.md',
): string {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
  const [block, ...others] = blocks.filter(([, name]) => name === language)
  if (block === undefined || others.length > 0) throw new Error(`${page} has not one block of ${language}`)
  return Object.entries(addresses).reduce((text, [named, real]) => {
    if (!text.includes(named)) throw new Error(`The block of ${language} does not name ${named}`)
    return text.replaceAll(named, real)
  }, block[2] ?? '')
}
