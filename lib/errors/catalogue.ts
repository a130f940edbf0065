/**
 * Every error code that the API can answer: its HTTP status and its title (RFC 9457
 * section 3.1.4). Codes are promises to clients; add, never rename.
 */
export const errorCatalogue = {
  invalid_input: { status: 400, title: 'The input is not valid' },
  malformed_body: { status: 400, title: 'The body cannot be read' },
  bad_request_target: { status: 400, title: 'The request target is not valid' },
  token_missing: { status: 401, title: 'A credential is needed' },
  token_malformed: { status: 401, title: 'The token is malformed' },
  token_unknown: { status: 401, title: 'The token is not known here' },
  token_expired: { status: 401, title: 'The token has expired' },
  token_revoked: { status: 401, title: 'The token was revoked' },
  token_superseded: { status: 401, title: 'The secret was replaced by a newer one' },
  owner_inactive: { status: 401, title: 'The owner of the token is not active' },
  credentials_invalid: { status: 401, title: 'The sign-in was refused' },
  reauthentication_required: { status: 403, title: 'The password must be shown again' },
  password_incorrect: { status: 403, title: 'The password is not right' },
  credential_not_allowed: { status: 403, title: 'This kind of credential may not do that' },
  insufficient_scope: { status: 403, title: 'The token lacks a scope' },
  kind_not_allowed: { status: 403, title: 'The token is of another kind' },
  cross_site_request: { status: 403, title: 'The request came from another site' },
  registration_closed: { status: 403, title: 'Registration is closed' },
  non_expiring_disabled: { status: 403, title: 'Tokens without an end are not allowed' },
  setup_code_invalid: { status: 403, title: 'The setup code is not right' },
  not_found: { status: 404, title: 'Nothing is here' },
  token_not_found: { status: 404, title: 'No such token' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here' },
  name_taken: { status: 409, title: 'The name is taken' },
  token_limit_reached: { status: 409, title: 'No more tokens can be made' },
  username_taken: { status: 409, title: 'The username is taken' },
  email_taken: { status: 409, title: 'The e-mail address is taken' },
  session_limit_reached: { status: 409, title: 'No more sessions and devices can be signed in' },
  last_admin: { status: 409, title: 'The last active administrator must stay' },
  undo_not_possible: { status: 409, title: 'The revocation cannot be undone' },
  body_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is of a type not read here' },
  unsupported_content_encoding: { status: 415, title: 'Compressed bodies are not read' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  busy: { status: 503, title: 'The server is busy' },
  store_unavailable: { status: 503, title: 'The database does not answer' },
  not_ready: { status: 503, title: 'Not ready to serve' },
} as const satisfies Record<string, { status: number; title: string }>

/** A stable error code of the API. */
export type ErrorCode = keyof typeof errorCatalogue
