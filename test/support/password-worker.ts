import { bundlePasswordWorker } from '@/scripts/bundle.mjs'

/** Builds the password worker, which the code under test starts. */
export default function setup(): Promise<void> {
  return bundlePasswordWorker()
}
