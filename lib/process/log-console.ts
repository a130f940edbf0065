import { describeError, log, withoutKeys } from '@/lib/base/log'

const TEXT_LENGTH_MAX = 2000
// Colours of a terminal.
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/** Sends what libraries say on the console to the log: one line each, without keys and without values of Prisma's. */
export function logConsole(): void {
  const words = (parts: unknown[]) =>
    parts.map((part) =>
      part instanceof Error
        ? describeError(part)
        : withoutKeys(String(part).replaceAll(ANSI, '')).slice(0, TEXT_LENGTH_MAX),
    )
  // eslint-disable-next-line no-console -- here the console ends
  console.error = (...parts) => log().error({ console: words(parts) }, 'console')
  // eslint-disable-next-line no-console -- here the console ends
  console.warn = (...parts) => log().warn({ console: words(parts) }, 'console')
}
