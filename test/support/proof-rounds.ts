/** Whether everything runs (`npm run proof`), not the fixed sample of `npm test`. */
export const isProof = process.env['PROOF_ROUNDS'] === 'full'

/** Returns how many rounds a test runs: `full` in the proof, `sample` in `npm test`. */
export function proofRounds(sample: number, full: number): number {
  return isProof ? full : sample
}

/**
 * Returns what a test runs of `all`: everything in the proof, every `stride`th item in `npm test`. A stride without a
 * common factor with the periods of a matrix reaches each of its rows and columns.
 */
export function proofSample<T>(all: readonly T[], stride: number): readonly T[] {
  return isProof ? all : all.filter((_, index) => index % stride === 0)
}
