import { errorCatalogue, type ErrorCode } from '@/lib/base/errors/catalogue'

/** How many seconds clients should wait while the server is busy or its database is unreachable. */
export const RETRY_AFTER_SECONDS = 2

/** One problem in the input: an RFC 6901 pointer to it, and a sentence for people. */
export interface FieldError {
  pointer: string
  detail: string
}

interface AppErrorOptions {
  /** Sent to the client. */
  detail?: string
  /** Only logged. */
  cause?: unknown
  errors?: readonly FieldError[]
  retryAfterSeconds?: number
  /** The request contained a credential: a 401 response then says `error="invalid_token"` (RFC 6750 section 3). */
  credentialSent?: boolean
  headers?: Readonly<Record<string, string>>
  /** Additional members of the problem document (RFC 9457 section 3.2). */
  extensions?: Readonly<Record<string, unknown>>
}

/** The only error that use cases throw: a code of the catalogue, with what the client and the log may see. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: string | undefined
  readonly errors: readonly FieldError[]
  readonly retryAfterSeconds: number | undefined
  readonly credentialSent: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly extensions: Readonly<Record<string, unknown>>
  /**
   * The only property of an error that Next.js passes to its error page. If it is unset, Next.js passes a number
   * for the log.
   */
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

  /** The HTTP status of the code in the catalogue. */
  get status(): number {
    return errorCatalogue[this.code].status
  }
}

/**
 * Whether this is an AppError, with the given code if there is one. The server bundle and Next.js's routes each
 * have their own copy of the class, so this checks the name instead of `instanceof`.
 */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  if (!(error instanceof Error) || error.name !== 'AppError') return false
  return code === undefined || (error as AppError).code === code
}

/** Returns an `invalid_input` error about one field. `pointer` follows RFC 6901, for example `/password`. */
export function invalidField(pointer: string, detail: string): AppError {
  return new AppError('invalid_input', { detail, errors: [{ pointer, detail }] })
}
