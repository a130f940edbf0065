import type * as z from 'zod'
import type { ErrorCode } from '@/lib/base/errors/catalogue'

/** The kinds of credential that a route can accept. */
export type CredentialKind = 'session' | 'device' | 'personal' | 'access'

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'

/** What an endpoint accepts and returns. Pure data, so the browser can import it safely. */
export interface Contract {
  /** `ANY` matches every method. */
  method: HttpMethod | 'ANY'
  /** The method is unsafe but changes nothing: the input is a secret, or too long for a query. */
  readOnly?: true
  /** Path parameters are written as `{name}`. */
  path: `/${string}`
  summary: string
  /** `public` routes ignore every credential in the request. */
  auth: 'public' | readonly CredentialKind[]
  /** Only `Authorization` counts, cookies do not: a proxy may forward the cookies of its visitor. */
  headerOnly?: true
  /** Also accepts `Authorization: Basic` with the key as the password, as OAuth clients send it. */
  basic?: true
  /** Needs no credential if the body contains one. A credential in the request must still be valid. */
  credentialOptional?: true
  /** Acts for the browser’s session if it has a valid one. Anything else counts as no session, not as an error. */
  sessionOptional?: true
  /**
   * `oauth` returns errors as OAuth clients read them (RFC 6749 section 5.2). The default is problem documents (RFC
   * 9457).
   */
  errorFormat?: 'oauth'
  /** The scope that a personal token must hold. */
  scope?: string
  /** Only administrators may use the route. */
  role?: 'admin'
  /** The route sets the session cookie, so it accepts only JSON, and only from our own pages. */
  setsCookie?: true
  /** Requires a password confirmation within the last 15 minutes, or the password in the body as `password`. */
  stepUp?: true
  /**
   * A password is used, set or reset here. PASSWORD_SIGN_IN closes the endpoint with `password_sign_in_disabled`: `off`
   * for everyone, `admins` for every signed-in account that is not an administrator. Without a credential, `admins`
   * keeps it open, and the use case judges the account.
   */
  passwordDoor?: true
  /** The route checks or sets a password, so each client address has a request limit. */
  limitsAddress?: true
  /**
   * Every request hashes a password. While too many hashes are queued, the listener rejects it before it reaches
   * Next.js.
   */
  hashesPassword?: true
  /** The route revokes credentials, so its requests may use the disk reserve when the disk is full. */
  revokes?: true
  /** How long any cache may keep the response. Without it, no cache may. */
  maxAgeSeconds?: number
  /**
   * Requires a captcha if the deployment has one. The value is the action that the captcha must be solved for. With
   * `login`, administrators can sign in while the captcha provider is down.
   */
  captcha?: 'login' | 'register' | 'reset'
  params?: z.ZodObject
  /** The error for a malformed path parameter, the same as for an unknown one; `not_found` by default. */
  notFound?: Extract<ErrorCode, `${string}_not_found`>
  query?: z.ZodObject
  /** Ignores unknown query parameters instead of rejecting them, as some standards demand and health probes need. */
  ignoresUnknownParameters?: true
  /** Form parameters without a value count as omitted (RFC 6749 section 3.1). */
  emptyIsOmitted?: true
  body?: z.ZodObject
  status: 200 | 201 | 202 | 204
  /** The status of a response without a body, when only an email tells the outcome. */
  deferredStatus?: 202
  response?: z.ZodType
  /** Media types, besides JSON, in which `Accept` can request the whole list as a stream. */
  streams?: readonly string[]
  /** The codes that the use case throws, besides those that every route can return. */
  errors: readonly ErrorCode[]
}

/** The parsed part of a request as the use case receives it; empty if the contract lacks that part. */
export type Parsed<S> = S extends z.ZodType ? z.infer<S> : Record<never, never>

/** The response body of a contract; undefined if it has none. */
export type ResponseOf<C extends Contract> =
  | (C['response'] extends z.ZodType ? z.infer<C['response']> : undefined)
  | (C extends { deferredStatus: 202 } ? undefined : never)
