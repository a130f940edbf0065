import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const FOLDERS = ['lib', 'app', 'components']
const LENGTH = 64 * 1024
const WITHIN_MS = 200

/** Texts that make careless expressions try again and again: long runs, then something that does not fit. */
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

describe('every regular expression', () => {
  it('is looked at', () => {
    expect(literals.length).toBeGreaterThan(20)
  })

  it.each(literals)('$literal of $place ends soon on 64 KiB', ({ literal }) => {
    const end = literal.lastIndexOf('/')
    const expression = new RegExp(literal.slice(1, end), literal.slice(end + 1).replace('g', ''))
    const started = performance.now()
    for (const text of HARD_TEXTS) expression.test(text)
    // Quadratic ones take seconds for each text.
    expect(performance.now() - started).toBeLessThan(WITHIN_MS * HARD_TEXTS.length)
  })
})
