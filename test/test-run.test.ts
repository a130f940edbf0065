import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, readReport } from '@/scripts/test/read-report.mjs'
import { readOptions, stepNames } from '@/scripts/test/steps.mjs'
import { Tally } from '@/scripts/test/tally.mjs'

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped, failures: [] })

function lastLine(tally: Tally): string | undefined {
  return tally.conclude().text.trimEnd().split('\n').at(-1)
}

describe('the last lines of a test run', () => {
  it('end with the number of passed steps and tests', () => {
    const tally = new Tally(false)
    tally.countStep('lint', true)
    tally.countTests('unit', counts(40, 0))
    expect(lastLine(tally)).toBe('41 passed, 0 failed')
    expect(tally.conclude().isGood).toBe(true)
  })

  it('name what failed', () => {
    const tally = new Tally(false)
    tally.countStep('lint', false)
    tally.countTests('unit', { ...counts(1, 1), failures: ['a revoked key stops working at once'] })
    expect(tally.conclude().text).toContain('lint')
    expect(tally.conclude().text).toContain('a revoked key stops working at once')
    expect(lastLine(tally)).toBe('1 passed, 2 failed')
    expect(tally.conclude().isGood).toBe(false)
  })

  it('name what was left out, and count it as a failure only if nothing may be left out', () => {
    for (const isComplete of [false, true]) {
      const tally = new Tally(isComplete)
      tally.leaveOut('e2e', 'no Chromium')
      tally.countTests('unit', counts(5, 0, 2))
      expect(tally.conclude().text).toContain('Left out: e2e (no Chromium)')
      expect(tally.conclude().text).toContain('2 skipped in unit')
      expect(lastLine(tally)).toBe(isComplete ? '5 passed, 3 failed' : '5 passed, 0 failed')
    }
  })
})

describe('the counts of a report', () => {
  const one = (status: string) => ({ status, title: status, fullName: status })

  it('count each test, and a file that could not run as a failure', () => {
    const testResults = [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [one('passed'), one('failed'), one('pending'), one('todo')],
      },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ]
    expect(countVitest({ testResults })).toEqual({
      passed: 1,
      failed: 2,
      skipped: 2,
      failures: ['b.test.ts', 'failed'],
    })
  })

  it('count a test that passed on its second try as a failure', () => {
    const suites = [{ title: 'a.spec.ts', suites: [{ title: 'inner', specs: [{ title: 'one', ok: false }] }] }]
    expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }, suites })).toEqual({
      passed: 3,
      failed: 2,
      skipped: 0,
      failures: ['a.spec.ts › inner › one'],
    })
  })

  it('count a missing report as a failure', () => {
    expect(readReport('vitest', 'test-results/none.json', true).failed).toBe(1)
  })
})

it('--only chooses steps and rejects unknown ones', () => {
  expect([...readOptions([]).chosen]).toEqual(stepNames)
  expect([...readOptions(['--only=unit,lint']).chosen]).toEqual(['unit', 'lint'])
  expect(() => readOptions(['--only=unti'])).toThrow('Unknown step: unti')
})

it('--no-install forbids installing and chooses no step', () => {
  expect(readOptions([]).mayInstall).toBe(true)
  const { chosen, mayInstall } = readOptions(['--no-install', '--only=unit'])
  expect([[...chosen], mayInstall]).toEqual([['unit'], false])
})

it('--cached chooses no step', () => {
  const { chosen, isCached } = readOptions(['--cached', '--only=lint'])
  expect([[...chosen], isCached, readOptions([]).isCached]).toEqual([['lint'], true, false])
})
