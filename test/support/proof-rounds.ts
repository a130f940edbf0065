/**
 * How many rounds a test runs: `full` in the long proof (PROOF_ROUNDS=full), else the `sample` of the everyday suite.
 */
export function proofRounds(sample: number, full: number): number {
  return process.env['PROOF_ROUNDS'] === 'full' ? full : sample
}
