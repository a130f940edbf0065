import { expect, it } from 'vitest'
import { productFiles, sourceProblems, textProblems } from '@/scripts/check-sources.mjs'

it('the sources of this project pass', () => {
  expect(productFiles(process.cwd())).toContain('lib/base/clock.ts')
  expect(sourceProblems(process.cwd())).toEqual([])
})

it.each([
  "await db.$queryRawUnsafe('SELECT 1')",
  "  'use server'",
  "import Image from 'next/image'",
  '<p dangerouslySetInnerHTML={html} />',
  "readFileSync('/root/.netrc')",
  "const folder = '/tmp'",
  '// TODO: later',
  '// @ts-ignore',
  '// eslint-disable-next-line no-console',
  '/* eslint-disable */',
])('%s is refused', (line) => {
  expect(textProblems(`const a = 1\n${line}\n`)).toEqual([expect.stringMatching(/^2: /)])
})

it.each([
  'await db.$queryRaw`SELECT 1`',
  '// TODO(#12): later',
  "href('/home-page')",
  '// eslint-disable-next-line no-console -- the last word of a dying process',
])('%s passes', (line) => {
  expect(textProblems(line)).toEqual([])
})
