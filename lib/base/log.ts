import pino, { type Logger } from 'pino'
import { settings } from '@/lib/base/env'
import { singleton } from '@/lib/base/singleton'

// Keys of ours are recognised wherever they stand, should one ever reach a log line.
const KEY_PATTERN = /lk[pdsr]_[0-9A-Za-z]{8,}/g

// A line of the log stays below 8 kB, whatever is asked and whatever fails.
const PATH_LENGTH_MAX = 1024
const MESSAGE_LENGTH_MAX = 800
const FRAME_LENGTH_MAX = 200
const FRAMES_MAX = [12, 4, 2]

/** The text with every Latchkey key in it blanked out. */
export function withoutKeys(text: string): string {
  return text.replace(KEY_PATTERN, '[key]')
}

/** The path of a request as the log has it: without keys, and no longer than a line of the log should be. */
export function loggedPath(path: string): string {
  return withoutKeys(path).slice(0, PATH_LENGTH_MAX)
}

/** The process's log: one JSON object a line on standard output. */
export function log(): Logger {
  return singleton('log', () =>
    pino({
      level: settings().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error) },
      redact: {
        paths: ['password', 'key', 'cookie', 'authorization', '*.password', '*.key', '*.cookie', '*.authorization'],
        censor: '[redacted]',
      },
    }),
  )
}

/**
 * What the log may say of an error: name, code, message, frames, and the same of its cause and
 * of the cause of that.
 * Prisma's messages quote the values of the failed statement, so they are left out.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = (error as { code?: unknown }).code
  const isPrisma = error.name.startsWith('Prisma')
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(!isPrisma && { message: withoutKeys(error.message).slice(0, MESSAGE_LENGTH_MAX) }),
    stack: frames.slice(0, FRAMES_MAX[depth]).map((line) => line.trim().slice(0, FRAME_LENGTH_MAX)),
    ...(error.cause !== undefined && depth + 1 < FRAMES_MAX.length && { cause: describeError(error.cause, depth + 1) }),
  }
}
