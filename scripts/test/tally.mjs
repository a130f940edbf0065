const TITLE_MAX = 160

/** Counts what passed, failed and was left out, and prints the last lines, which CI reads. */
export class Tally {
  #passed = 0
  #failed = 0
  /** @type {string[]} */
  #failures = []
  /** @type {string[]} */
  #leftOut = []

  /** @param {boolean} isComplete whether leaving something out is a failure, as in CI */
  constructor(isComplete) {
    this.isComplete = isComplete
  }

  /** @param {string} step @param {boolean} isGood */
  countStep(step, isGood) {
    this.countTests(step, { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, failures: [] })
  }

  /** @param {string} step @param {import('./read-report.mjs').Counts} counts */
  countTests(step, { passed, failed, skipped, failures }) {
    this.#passed += passed
    this.#failed += failed
    if (failed > 0) this.#failures.push(step, ...failures.map((title) => `  ${title.slice(0, TITLE_MAX)}`))
    if (skipped > 0) this.leaveOut(`${skipped} skipped in ${step}`, 'skipped by the tests themselves', skipped)
  }

  /** @param {string} part @param {string} why @param {number} [count] */
  leaveOut(part, why, count = 1) {
    this.#leftOut.push(`${part} (${why})`)
    if (this.isComplete) this.#failed += count
  }

  /** @returns {{ text: string, isGood: boolean }} the last lines of a run */
  conclude() {
    const lines = [
      ...(this.#failures.length > 0 ? ['Failed:', ...this.#failures.map((line) => `  ${line}`)] : []),
      ...this.#leftOut.map((part) => `Left out: ${part}${this.isComplete ? ', which CI=true does not allow' : ''}`),
      `${this.#passed} passed, ${this.#failed} failed`,
    ]
    return { text: `${lines.join('\n')}\n`, isGood: this.#failed === 0 }
  }
}
