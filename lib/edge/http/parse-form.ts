import { AppError } from '@/lib/base/errors/app-error'

const ESCAPES = /(?:%[0-9a-f]{2})+/gi

/**
 * Parses `application/x-www-form-urlencoded` text.
 * @throws AppError malformed_body if escapes are not UTF-8: URLSearchParams would replace them with U+FFFD, and two
 * passwords would become one. Also for JSON, which curl sends with this content type.
 */
export function parseForm(text: string, emptyIsOmitted = false): URLSearchParams {
  if (/^\s*[{[]/.test(text)) {
    throw new AppError('malformed_body', { detail: 'The body looks like JSON. Send Content-Type: application/json.' })
  }
  if (!areEscapesUtf8(text)) throw new AppError('malformed_body', { detail: 'The body must be valid UTF-8' })
  const form = new URLSearchParams(text)
  return emptyIsOmitted ? new URLSearchParams([...form].filter(([, value]) => value !== '')) : form
}

/** Tells whether every run of percent escapes is UTF-8. A lone `%` is literal, as in browsers. */
export function areEscapesUtf8(text: string): boolean {
  try {
    for (const [run] of text.matchAll(ESCAPES)) decodeURIComponent(run)
    return true
  } catch {
    return false
  }
}
