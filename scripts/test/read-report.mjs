import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts
 * @typedef {{ status: string, title: string, fullName: string }} VitestCase
 * @typedef {{ name: string, status: string, assertionResults: VitestCase[] }} VitestFile
 * @typedef {{ title: string, ok: boolean }} PlaywrightSpec
 * @typedef {{ title: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * Reads a runner's JSON report. A run that exited with an error counts as failed, whatever the report says.
 * @param {'vitest' | 'playwright'} runner
 * @param {string} file
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export function readReport(runner, file, endedWell) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, failures: ['no report was written'] }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const counts = runner === 'vitest' ? countVitest(report) : countPlaywright(report)
  if (counts.failed > 0 || endedWell) return counts
  return { ...counts, failed: 1, failures: ['the run failed outside its tests'] }
}

/** @param {{ testResults: VitestFile[] }} report @returns {Counts} */
export function countVitest({ testResults }) {
  const cases = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = cases.filter(({ status }) => status === 'failed')
  const passed = cases.filter(({ status }) => status === 'passed')
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return {
    passed: passed.length,
    failed: failed.length + brokenFiles.length,
    skipped: cases.length - passed.length - failed.length,
    failures: [...brokenFiles.map(({ name }) => name), ...failed.map(({ fullName }) => fullName)],
  }
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, suites: PlaywrightSuite[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, suites }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failedSpecs),
  }
}

/** @param {PlaywrightSuite} suite @returns {string[]} */
function failedSpecs({ title, specs = [], suites = [] }) {
  const own = specs.filter(({ ok }) => !ok).map((spec) => spec.title)
  return [...own, ...suites.flatMap(failedSpecs)].map((name) => `${title} › ${name}`)
}
