import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { envValue, jsonQuoted, shellQuoted } from '@/components/tokens/key/quote'

const HOSTILE = [`it's`, `'; echo pwned; '`, '$(echo pwned) `id` $HOME', 'a"b\\c\nd', '', '🔑 “x”']

it.each(HOSTILE)('quotes %j so that a shell reads it as one text', (text) => {
  const read = (quoted: string) => execFileSync('sh', ['-c', `printf %s ${quoted}`], { encoding: 'utf8' })
  expect(read(shellQuoted(text))).toBe(text)
  expect(read(envValue(text))).toBe(text)
})

it.each(HOSTILE)('quotes %j as one string of JSON, which JavaScript, Python and YAML read', (text) => {
  expect(JSON.parse(jsonQuoted(text))).toBe(text)
})

it('leaves simple values of an environment file without quotes', () => {
  expect(envValue('https://keys.example.com:8443')).toBe('https://keys.example.com:8443')
})
