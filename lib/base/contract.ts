import type * as z from 'zod'
import type { ErrorCode } from '@/lib/base/errors/catalogue'

/** The kinds of credential that a route may admit. */
export type CredentialKind = 'session' | 'device' | 'personal' | 'access'

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'

/** What an endpoint accepts and answers; pure data, safe to import in the browser. */
export interface Contract {
  /** `ANY` stands for every method. */
  method: HttpMethod | 'ANY'
  /** An unsafe method that changes nothing: its input is a secret, or too long for a query. */
  readOnly?: true
  /** With `{name}` for a path parameter. */
  path: `/${string}`
  summary: string
  /** `public` routes ignore every credential that comes along. */
  auth: 'public' | readonly CredentialKind[]
  /** Cookies do not count here, only `Authorization` does: for calls that carry somebody else's cookies. */
  headerOnly?: true
  /** `Authorization: Basic` counts too, with the key as its password, as clients of OAuth send it. */
  basic?: true
  /** No credential is needed where what the body holds is one; one that is sent must be good all the same. */
  credentialOptional?: true
  /** Errors as OAuth clients read them (RFC 6749 section 5.2); problem documents (RFC 9457) unless set. */
  errorFormat?: 'oauth'
  /** The scope that a personal token must hold here. */
  scope?: string
  /** For administrators alone. */
  role?: 'admin'
  /** The route sets the session cookie: JSON only, and only from our own pages. */
  setsCookie?: true
  /** The password must have been shown within 15 minutes, or stand in the body as `password`. */
  stepUp?: true
  /** Passwords are shown or chosen here: one address may do so only so often. */
  limitsAddress?: true
  /** Every request hashes a password. While too many hashes are queued, it is rejected before it reaches Next.js. */
  hashesPassword?: true
  /** Credentials are revoked here: on a full disk the request may use the room that is kept for that. */
  revokes?: true
  /** Everybody may keep the answer for so long; without it nobody may. */
  maxAgeSeconds?: number
  /**
   * A captcha is asked for where the deployment has one; the word is the action that it must be
   * solved for. At `login` an administrator gets in while its provider is down.
   */
  captcha?: 'login' | 'register' | 'reset'
  params?: z.ZodObject
  /** The error for a malformed path parameter, the same as for an unknown one; `not_found` by default. */
  notFound?: Extract<ErrorCode, `${string}_not_found`>
  query?: z.ZodObject
  /** Ignores unknown query parameters instead of rejecting them: for what a standard says so of, and for probes. */
  ignoresUnknownParameters?: true
  body?: z.ZodObject
  status: 200 | 201 | 202 | 204
  /** Answered instead, without a body, where the outcome is told by mail alone. */
  deferredStatus?: 202
  response?: z.ZodType
  /** Types of content in which `Accept` gets the whole list as a stream, beside JSON. */
  streams?: readonly string[]
  /** The codes that the use case throws, beside those that every route can answer. */
  errors: readonly ErrorCode[]
}

/** The input of a contract's part as the use case gets it: parsed, or empty where the part is absent. */
export type Parsed<S> = S extends z.ZodType ? z.infer<S> : Record<never, never>

/** The answer of a contract. */
export type ResponseOf<C extends Contract> =
  | (C['response'] extends z.ZodType ? z.infer<C['response']> : undefined)
  | (C extends { deferredStatus: 202 } ? undefined : never)
