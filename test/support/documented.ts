import { readFileSync } from 'node:fs'

/**
 * The one block of docs/verify.md in a language, with the addresses of a test in the place of
 * those that it names, so that what is run is what people copy.
 */
export function documented(language: string, addresses: Readonly<Record<string, string>>): string {
  const blocks = [...readFileSync('docs/verify.md', 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
  const [block, ...others] = blocks.filter(([, name]) => name === language)
  if (block === undefined || others.length > 0) throw new Error(`docs/verify.md has not one block of ${language}`)
  return Object.entries(addresses).reduce((text, [named, real]) => {
    if (!text.includes(named)) throw new Error(`The block of ${language} does not name ${named}`)
    return text.replaceAll(named, real)
  }, block[2] ?? '')
}
