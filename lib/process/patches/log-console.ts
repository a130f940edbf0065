import { describeError, log, withoutKeys } from '@/lib/base/log'

const TEXT_LENGTH_MAX = 2000
// Terminal colour codes.
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/**
 * Sends what libraries write to the console to the log: one line each, without keys and without values from Prisma.
 * Next.js has no other way to replace its own output: https://github.com/vercel/next.js/issues/4808
 */
export function logConsole(): void {
  const words = (parts: unknown[]) =>
    parts.map((part) =>
      part instanceof Error
        ? describeError(part)
        : withoutKeys(String(part).replaceAll(ANSI, '')).slice(0, TEXT_LENGTH_MAX),
    )
  // eslint-disable-next-line no-console -- the console is redirected here
  console.error = (...parts) => log().error({ console: words(parts) }, 'console')
  // eslint-disable-next-line no-console -- the console is redirected here
  console.warn = (...parts) => log().warn({ console: words(parts) }, 'console')
}
