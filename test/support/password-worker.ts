import { bundlePasswordWorker } from '@/scripts/bundle.mjs'

/** Makes the thread that judges passwords, which the code under test starts. */
export default function setup(): Promise<void> {
  return bundlePasswordWorker()
}
