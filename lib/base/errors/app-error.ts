import { errorCatalogue, type ErrorCode } from '@/lib/base/errors/catalogue'

/** Seconds that clients should wait while the server is busy or its database is unreachable. */
export const RETRY_AFTER_SECONDS = 2

/** One thing wrong with the input: an RFC 6901 pointer into it, and a sentence for people. */
export interface FieldError {
  pointer: string
  detail: string
}

interface AppErrorOptions {
  /** Reaches the client. */
  detail?: string
  /** Reaches the log only. */
  cause?: unknown
  errors?: readonly FieldError[]
  retryAfterSeconds?: number
  /** A credential was presented: a 401 then says `error="invalid_token"` (RFC 6750 section 3). */
  credentialSent?: boolean
  headers?: Readonly<Record<string, string>>
  /** Further members of the problem document (RFC 9457 section 3.2). */
  extensions?: Readonly<Record<string, unknown>>
}

/** The one error that use cases throw: a code of the catalogue, with what client and log may see. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: string | undefined
  readonly errors: readonly FieldError[]
  readonly retryAfterSeconds: number | undefined
  readonly credentialSent: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly extensions: Readonly<Record<string, unknown>>
  /** All that Next.js tells a page of the error that it failed with; where nothing is set, a number for the log. */
  readonly digest?: string

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.detail ?? errorCatalogue[code].title, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.detail = options.detail
    this.errors = options.errors ?? []
    this.retryAfterSeconds = options.retryAfterSeconds
    this.credentialSent = options.credentialSent ?? false
    this.headers = options.headers ?? {}
    this.extensions = options.extensions ?? {}
    if (code === 'store_unavailable') this.digest = code
  }

  /** The HTTP status that the catalogue gives the code. */
  get status(): number {
    return errorCatalogue[this.code].status
  }
}

/**
 * Whether this is an AppError, of this code where one is given. The server bundle and Next's
 * routes each have their own copy of the class, so its name tells, not `instanceof`.
 */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  if (!(error instanceof Error) || error.name !== 'AppError') return false
  return code === undefined || (error as AppError).code === code
}

/** An `invalid_input` about one field; `pointer` as in RFC 6901, for example `/password`. */
export function invalidField(pointer: string, detail: string): AppError {
  return new AppError('invalid_input', { detail, errors: [{ pointer, detail }] })
}
