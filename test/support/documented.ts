import { readFileSync } from 'node:fs'

/**
 * The one block of a page in a language, with the texts of a test in the place of those that it
 * names, mostly addresses, so that what is run is what people copy.
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
