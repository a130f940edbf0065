import { expect, it } from 'vitest'
import {
  compareVersions,
  dependencyProblems,
  floorProblems,
  installScriptProblems,
  integrityProblems,
  pinProblems,
  stalenessProblems,
} from '@/scripts/check-dependencies.mjs'
import floors from '@/scripts/advisory-floors.json' with { type: 'json' }

const integrity = `sha512-${'A'.repeat(86)}==`

const lockOf = (name: string, entry: object) => ({ packages: { '': {}, [`node_modules/${name}`]: entry } })

it('the dependencies of this project pass', () => {
  expect(dependencyProblems(process.cwd())).toEqual([])
})

it('rejects a version with a known vulnerability, in every copy', () => {
  expect(floorProblems(lockOf('next', { version: '16.4.5' }), floors)).toEqual([])
  expect(floorProblems(lockOf('next', { version: '16.4.4' }), floors)).toEqual([
    'node_modules/next is 16.4.4, below 16.4.5 (CVE-2026-119351)',
  ])
  expect(floorProblems(lockOf('a/node_modules/next', { version: '15.0.0' }), floors)).toHaveLength(1)
  expect(floorProblems(lockOf('alias', { name: 'next', version: '16.4.4' }), floors)).toHaveLength(1)
  expect(floorProblems(lockOf('nodemailer', { version: '10.0.4' }), floors)).toHaveLength(1)
})

it('rejects a lock file that has more, fewer, or other versions than package.json', () => {
  const lock = { packages: { '': { dependencies: { a: '1.0.0' } } } }
  expect(stalenessProblems({ dependencies: { a: '1.0.0' } }, lock)).toEqual([])
  expect(stalenessProblems({}, lock)).toEqual(['package.json and package-lock.json disagree on a 1.0.0'])
  expect(stalenessProblems({ dependencies: { a: '1.0.1' } }, lock)).toHaveLength(2)
})

it('compares versions by number and sorts a pre-release before its release', () => {
  expect(compareVersions('16.4.10', '16.4.5')).toBeGreaterThan(0)
  expect(compareVersions('9.9.9', '10.0.0')).toBeLessThan(0)
  expect(compareVersions('16.4.5-canary.3', '16.4.5')).toBeLessThan(0)
  expect(compareVersions('16.4.5+build', '16.4.5')).toBe(0)
})

it('rejects a package without a sha512 integrity', () => {
  expect(integrityProblems(lockOf('a', { version: '1.0.0', integrity }))).toEqual([])
  expect(integrityProblems(lockOf('a', { version: '1.0.0' }))).toHaveLength(1)
  expect(integrityProblems(lockOf('a', { version: '1.0.0', integrity: 'sha1-AAAA' }))).toHaveLength(1)
  expect(integrityProblems(lockOf('a', { link: true }))).toHaveLength(1)
})

it.each([
  'git+ssh://git@github.com/a/b.git#1234',
  'https://example.com/a.tgz',
  'http://registry.npmjs.org/a/-/a-1.0.0.tgz',
  'file:../a',
])('rejects a package resolved to %s', (resolved) => {
  expect(integrityProblems(lockOf('a', { version: '1.0.0', integrity, resolved }))).toHaveLength(1)
})

it.each(['git+https://example.com/b.git', 'https://example.com/b.tgz', 'file:../b', 'github:a/b', 'a/b'])(
  'rejects a dependency on %s',
  (range) => {
    expect(integrityProblems(lockOf('a', { version: '1.0.0', integrity, dependencies: { b: range } }))).toHaveLength(1)
    expect(pinProblems({ dependencies: { b: range } })).toHaveLength(1)
  },
)

it('accepts version ranges and registry aliases in the lock file, but no ranges in package.json', () => {
  const dependencies = { b: '^1.2.0 || >=3 <4', c: 'npm:@scope/c@1.0.0', d: '*' }
  expect(integrityProblems(lockOf('a', { version: '1.0.0', integrity, dependencies }))).toEqual([])
  expect(pinProblems({ dependencies: { b: '^1.2.0' } })).toHaveLength(1)
})

it('requires a decision for each install script, and an install script for each decision', () => {
  const lock = lockOf('a', { version: '1.0.0', hasInstallScript: true })
  expect(installScriptProblems(lock, { a: true })).toEqual([])
  expect(installScriptProblems(lock, { a: false })).toEqual([])
  expect(installScriptProblems(lock, {})).toHaveLength(1)
  expect(installScriptProblems(lock, { a: true, gone: true })).toHaveLength(1)
})
