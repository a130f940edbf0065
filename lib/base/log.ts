import pino, { type Logger } from 'pino'
import { settings } from '@/lib/base/env'
import { singleton } from '@/lib/base/singleton'

// Recognises Latchkey keys anywhere in a text, in case one ever reaches a log line.
const KEY_PATTERN = /lk[pdsr]_[0-9A-Za-z]{8,}/g

// These limits keep every log line below 8 kB, whatever the request and whatever the error.
const PATH_LENGTH_MAX = 1024
const MESSAGE_LENGTH_MAX = 800
const FRAME_LENGTH_MAX = 200
const FRAMES_MAX = [12, 4, 2]

/** Returns the text with every Latchkey key replaced. */
export function withoutKeys(text: string): string {
  return text.replace(KEY_PATTERN, '[key]')
}

/** Returns the path of a request as it is logged: without keys, and cut to a length that suits a log line. */
export function loggedPath(path: string): string {
  return withoutKeys(path).slice(0, PATH_LENGTH_MAX)
}

/** Returns the logger of the process, which writes one JSON object per line to standard output. */
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
 * Returns what the log may say about an error: name, code, message and stack frames, and the same for its cause and
 * the cause of that. Omits Prisma's messages, because they quote the values of the failed statement.
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
