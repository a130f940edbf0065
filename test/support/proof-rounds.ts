/** Whether everything runs (`npm run proof`), not the fixed sample of `npm test`. */
export const isProof = process.env['PROOF_ROUNDS'] === 'full'

/** How many rounds a test runs: `full` in the proof, `sample` in `npm test`. */
export function proofRounds(sample: number, full: number): number {
  return isProof ? full : sample
}

/**
 * What a test runs of `all`: everything in the proof, every `stride`th in `npm test`. A stride that has no factor in
 * common with the periods of a matrix reaches each of its rows and columns.
 */
export function proofSample<T>(all: readonly T[], stride: number): readonly T[] {
  return isProof ? all : all.filter((_, index) => index % stride === 0)
}
