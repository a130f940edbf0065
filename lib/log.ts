import pino, { type Logger } from 'pino'
import { settings } from '@/lib/env'
import { singleton } from '@/lib/singleton'

// Keys of ours are recognised wherever they stand, should one ever reach a log line.
const KEY_PATTERN = /lk[pdsr]_[0-9A-Za-z]{8,}/g

/** The text with every Latchkey key in it blanked out. */
export function withoutKeys(text: string): string {
  return text.replace(KEY_PATTERN, '[key]')
}

/** The process's log: one JSON object a line on standard output. */
export function log(): Logger {
  return singleton('log', () =>
    pino({
      level: settings().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: {
        paths: ['password', 'key', 'cookie', 'authorization', '*.password', '*.key', '*.cookie', '*.authorization'],
        censor: '[redacted]',
      },
    }),
  )
}

/**
 * What the log may say of an error: name, code, message, frames, and the same of its cause.
 * Prisma's messages quote the values of the failed statement, so they are left out.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = (error as { code?: unknown }).code
  const isPrisma = error.name.startsWith('Prisma')
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(!isPrisma && { message: withoutKeys(error.message) }),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}
