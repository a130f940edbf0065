import * as z from 'zod'
import { AppError, invalidField, type FieldError } from '@/lib/base/errors/app-error'
import { coerceForm } from '@/lib/edge/http/coerce-form'
import { parseForm } from '@/lib/edge/http/parse-form'
import { pointerTo, pointerToUnknown } from '@/lib/edge/problems/pointer-to'
import { requestContext } from '@/lib/base/request-context'

/** The largest body that the server reads, in bytes. */
export const BODY_BYTES_MAX = 64 * 1024

const DEPTH_MAX = 16

/** The headers that describe the body of a request. */
interface BodyHeaders {
  'content-type'?: string | undefined
  'content-encoding'?: string | undefined
}

/**
 * Parses a whole body: JSON, or a flat form if `formAllowed`. An empty body counts as `{}`, and with `emptyIsOmitted` a
 * form field without a value as omitted.
 * @throws AppError unsupported_media_type, unsupported_content_encoding, malformed_body, or invalid_input with a
 * pointer to everything that is wrong
 */
export function parseBody<S extends z.ZodObject>(
  bytes: Uint8Array,
  headers: BodyHeaders,
  schema: S,
  formAllowed: boolean,
  emptyIsOmitted = false,
): z.infer<S> {
  const isForm = checkHeaders(headers, formAllowed)
  const text = decode(bytes)
  const errors: FieldError[] = []
  const value = isForm ? coerceForm(schema, parseForm(text, emptyIsOmitted), errors) : parseJson(text)
  takeUnstorableText(value, schema, '', 1, errors)
  return parseInput(schema, value, errors)
}

/**
 * Parses `value` with `schema`.
 * @param known errors that were found earlier
 * @throws AppError invalid_input, naming every field that is wrong
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  value: unknown,
  known: readonly FieldError[] = [],
): z.infer<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success && known.length === 0) return parsed.data
  // One error is enough for a field that cannot be used at all.
  const isNew = ({ pointer }: FieldError) => !known.some((error) => `${error.pointer}/`.startsWith(`${pointer}/`))
  const errors = parsed.success ? [] : parsed.error.issues.flatMap(fieldErrors).filter(isNew)
  throw new AppError('invalid_input', { errors: [...known, ...errors] })
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const pointer = issue.path.reduce<string>(pointerTo, '')
  if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }]
  return issue.keys.map((key) => ({
    pointer: pointerToUnknown(pointer, key),
    detail: 'Unknown field',
  }))
}

/** Tells whether a body is a form. @throws AppError unsupported_media_type, unsupported_content_encoding */
function checkHeaders(headers: BodyHeaders, formAllowed: boolean): boolean {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') throw new AppError('unsupported_content_encoding')
  const header = headers['content-type']
  if (header === undefined) return false
  // Parameters do not matter: JSON is UTF-8 whatever they say (RFC 8259 section 8.1).
  const type = header.replace(/;.*$/s, '').trim().toLowerCase()
  if (type === 'application/json') return false
  if (formAllowed && type === 'application/x-www-form-urlencoded') return true
  throw new AppError('unsupported_media_type', { detail: 'Send Content-Type: application/json' })
}

/** Reads the body of a request without parsing it. @throws AppError body_too_large, malformed_body */
export async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) throw new AppError('body_too_large')
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await request.arrayBuffer())
  } catch (cause) {
    // The client disconnected in the middle of the body.
    throw new AppError('malformed_body', { detail: 'The request body ended before it was complete', cause })
  }
  if (bytes.byteLength > BODY_BYTES_MAX || requestContext().isBodyRefused) throw new AppError('body_too_large')
  return bytes
}

function decode(bytes: Uint8Array): string {
  try {
    // The decoder skips a byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('malformed_body', { detail: 'The body must be valid UTF-8', cause })
  }
}

function parseJson(text: string): Record<string, unknown> {
  if (text === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Drops the cause: the parser's message quotes the body.
    throw new AppError('malformed_body', { detail: 'The body must be valid JSON' })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidField('', 'The body must be a JSON object')
  }
  return value as Record<string, unknown>
}

/**
 * Reports U+0000, which PostgreSQL cannot store, and lone surrogates, which no database can. Replaces such text in
 * `container` with null, so that no rule about several fields judges it. Also reports values that are nested too
 * deeply.
 */
function takeUnstorableText(
  container: Record<string, unknown>,
  schema: z.ZodObject | null,
  parent: string,
  depth: number,
  errors: FieldError[],
): void {
  for (const [key, value] of Object.entries(container)) {
    const isKnown = Array.isArray(container) || (schema !== null && Object.hasOwn(schema.shape, key))
    const pointer = isKnown ? pointerTo(parent, key) : pointerToUnknown(parent, key)
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
      errors.push({ pointer, detail: 'Must not contain U+0000 or unpaired surrogates' })
      container[key] = null
    }
    if (typeof value !== 'object' || value === null) continue
    if (depth < DEPTH_MAX) takeUnstorableText(value as typeof container, null, pointer, depth + 1, errors)
    else errors.push({ pointer, detail: `Nested too deeply. Use at most ${DEPTH_MAX} levels.` })
  }
}
