import * as z from 'zod'
import { AppError, invalidField, type FieldError } from '@/lib/errors/app-error'
import { coerceForm } from '@/lib/http/coerce-form'
import { requestContext } from '@/lib/request-context'

/** The largest body that is read, in bytes. */
export const BODY_BYTES_MAX = 64 * 1024

const DEPTH_MAX = 16

/** What the headers of a request say of its body. */
interface BodyHeaders {
  'content-type'?: string | undefined
  'content-encoding'?: string | undefined
}

/**
 * Parses a whole body: JSON, or a flat form where `formAllowed`. An empty one counts as `{}`.
 * @throws AppError unsupported_media_type, unsupported_content_encoding, malformed_body, or
 * invalid_input with a pointer to everything that is wrong
 */
export function parseBody<S extends z.ZodObject>(
  bytes: Uint8Array,
  headers: BodyHeaders,
  schema: S,
  formAllowed: boolean,
): z.infer<S> {
  const isForm = checkHeaders(headers, formAllowed)
  const text = decode(bytes)
  const value = isForm ? coerceForm(schema, new URLSearchParams(text)) : parseJson(text)
  const errors: FieldError[] = []
  collectUnstorableText(value, '', 0, errors)
  if (errors.length > 0) throw new AppError('invalid_input', { errors })
  return parseInput(schema, value)
}

/** Parses `value` with `schema`. @throws AppError invalid_input, naming every field that is wrong */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('invalid_input', { errors: parsed.error.issues.flatMap(fieldErrors) })
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const pointer = issue.path.map((part) => `/${escapePointer(String(part))}`).join('')
  if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }]
  return issue.keys.map((key) => ({
    pointer: `${pointer}/${escapePointer(key)}`,
    detail: 'This field is not known here',
  }))
}

const escapePointer = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** Whether a body is a form. @throws AppError unsupported_media_type, unsupported_content_encoding */
function checkHeaders(headers: BodyHeaders, formAllowed: boolean): boolean {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') throw new AppError('unsupported_content_encoding')
  const header = headers['content-type']
  if (header === undefined) return false
  const [type = '', ...parameters] = header
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const isUtf8 = parameters.every(
    (parameter) => !parameter.startsWith('charset=') || /^charset="?utf-8"?$/.test(parameter),
  )
  if (isUtf8 && type === 'application/json') return false
  if (isUtf8 && formAllowed && type === 'application/x-www-form-urlencoded') return true
  throw new AppError('unsupported_media_type')
}

/** Takes in a request's body as it is. @throws AppError body_too_large, malformed_body */
export async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) throw new AppError('body_too_large')
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await request.arrayBuffer())
  } catch (cause) {
    // The client went away in the middle of it.
    throw new AppError('malformed_body', { detail: 'The body ended early', cause })
  }
  if (bytes.byteLength > BODY_BYTES_MAX || requestContext().isBodyRefused) throw new AppError('body_too_large')
  return bytes
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('malformed_body', { detail: 'The body is not UTF-8', cause })
  }
}

function parseJson(text: string): unknown {
  if (text === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AppError('malformed_body', { detail: 'The body is not JSON', cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidField('', 'The body must be a JSON object')
  }
  return value
}

/** U+0000 cannot be stored in PostgreSQL, a lone surrogate nowhere; both are refused at the door. */
function collectUnstorableText(value: unknown, pointer: string, depth: number, errors: FieldError[]): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) {
      errors.push({ pointer, detail: 'Must be text without U+0000 and lone surrogates' })
    }
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (depth === DEPTH_MAX) {
    errors.push({ pointer, detail: 'Is nested too deeply' })
    return
  }
  for (const [key, entry] of Object.entries(value)) {
    collectUnstorableText(entry, `${pointer}/${escapePointer(key)}`, depth + 1, errors)
  }
}
