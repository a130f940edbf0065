import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { processorTimeOf } from '@/test/support/processor-time'

const FOLDERS = ['lib', 'app', 'components']
const LENGTH = 64 * 1024

/** Texts that make careless expressions backtrack: long runs, followed by something that does not match. */
const HARD_TEXTS = ['a', 'A1', ' ', '-', '.', '/', ';', '=', '0', '@', '%', 'a@', '\n', 'é'].map(
  (part) => `${part.repeat(Math.floor(LENGTH / part.length))}!`,
)

function literalsIn(file: string): { place: string; literal: string }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: { place: string; literal: string }[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ place: file, literal: node.text })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const literals = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|generated/.test(name))
    .flatMap((name) => literalsIn(path.join(folder, name))),
)

/** Retries from each position in a run of the letter a. The expressions of the product must not do that. */
const QUADRATIC = /a*b/
const allowed = processorTimeOf(() => QUADRATIC.test('a'.repeat(LENGTH / 4)))

describe('every regular expression', () => {
  it('is found', () => {
    expect(literals.length).toBeGreaterThan(20)
  })

  it.each(literals)(
    '$literal of $place takes less time for all hard texts than a quadratic one for a quarter of their length',
    ({ literal }) => {
      const end = literal.lastIndexOf('/')
      const expression = new RegExp(literal.slice(1, end), literal.slice(end + 1).replace('g', ''))
      expect(processorTimeOf(() => HARD_TEXTS.map((text) => expression.test(text)))).toBeLessThan(allowed)
    },
  )
})
