import { log } from '@/lib/base/log'

// The first versions with the fix for CVE-2026-111497 (Brotli decoder), by major version.
const FIXED_FROM: Record<number, readonly [number, number]> = { 22: [23, 4], 24: [22, 1], 26: [12, 1] }

/** Logs a warning when this Node.js lacks a known security fix. */
export function warnAboutNode(version = process.versions.node): void {
  if (!isFixed(version)) {
    log().warn(
      { node: version },
      'this Node.js version lacks security fixes; in production, use 22.23.4, 24.22.1, 26.12.1 or newer',
    )
  }
}

/** Whether a version of Node.js has the known security fixes. */
export function isFixed(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const fixed = FIXED_FROM[major]
  if (fixed === undefined) return major > 26
  return minor > fixed[0] || (minor === fixed[0] && patch >= fixed[1])
}
