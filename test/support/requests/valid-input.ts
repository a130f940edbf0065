import * as z from 'zod'
import type { Account } from '@/lib/domain/accounts/account-store'
import { deriveSetupCode } from '@/lib/domain/accounts/registration/setup-code'
import type { Contract } from '@/lib/base/contract'
import { instanceSecret } from '@/lib/base/instance-secret'
import { DEVICE_GRANT } from '@/lib/domain/device-flow/schema'
import { CLIENT_ID, deviceCodeOf, userCodeOf } from '@/test/support/device-requests'
import { codeOf } from '@/test/support/codes'
import { PASSWORD } from '@/test/support/factories'

/** A password that meets every rule and belongs to no account yet. */
export const NEW_PASSWORD = 'nine lanterns over the quiet harbour'

let made = 0

/** The parts of a JSON schema that the suites read. */
export interface JsonSchema {
  type?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: unknown
  items?: JsonSchema
  minimum?: number
  maximum?: number
}

/** Returns the JSON schema of the input that a schema accepts. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
}

/** Returns whether a contract’s body accepts only the fields that it names. */
export function isStrict({ body }: { body?: z.ZodObject }): boolean {
  return body !== undefined && jsonSchemaOf(body).additionalProperties === false
}

/** Returns a valid value for every field that some contract’s body has, by name. */
function goodValues({ path }: Contract, account: Account, fields: readonly string[]): Record<string, unknown> {
  const isNewAccount =
    path.endsWith('/admin/users') || (fields.includes('confirm_password') && !fields.includes('new_password'))
  made += 1
  return {
    setup_code: deriveSetupCode(instanceSecret()),
    username: isNewAccount ? `newcomer-${made}` : account.username,
    email: isNewAccount ? `newcomer-${made}@example.com` : account.email,
    password: fields.includes('confirm_password') && isNewAccount ? NEW_PASSWORD : PASSWORD,
    old_password: PASSWORD,
    new_password: NEW_PASSWORD,
    confirm_password: NEW_PASSWORD,
    first_name: 'Ada',
    last_name: 'Lovelace',
    device_name: 'Laptop',
    sign_out: [],
    token_name: `made-${made}`,
    name: `made-${made}`,
    expires_in_seconds: 3600,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    never: true,
    idle_seconds: 3600,
    scopes: ['read'],
    reason: 'unused',
    ids: [],
    kind: 'personal',
    unused_since: new Date(0).toISOString(),
    grace_seconds: 60,
    refresh: `lkr_${'x'.repeat(36)}`,
    token: path.includes('/reset/') ? codeOf(account, 'reset_password') : `lkp_${'x'.repeat(36)}`,
    token_type_hint: 'access_token',
    key: codeOf(account, purposeOfKeyAt(path)),
    uid: account.id,
    invite: codeOf(account, 'invitation'),
    keep_personal_tokens: true,
    captcha: 'solved',
    g_recaptcha_response: 'solved',
    'g-recaptcha-response': 'solved',
    'h-captcha-response': 'solved',
    'cf-turnstile-response': 'solved',
    keep_current: true,
    revoke_personal_tokens: false,
    is_active: true,
    is_admin: false,
    session_policy: 'limit:5',
    dismissed: true,
    q: 'person',
    user: account.username,
    client_id: CLIENT_ID,
    scope: 'read',
    token_kind: 'personal',
    grant_type: DEVICE_GRANT,
    device_code: deviceCodeOf(account),
    user_code: userCodeOf(account),
    ticket: 'x'.repeat(43),
    account: { username: `newcomer-${made}` },
    start_fresh: true,
    intent: 'sign_in',
    next: '/tokens',
    query: 'code=x&state=x',
    id_token: 'a.b.c',
    code: 'x',
    code_verifier: 'x'.repeat(43),
    redirect_uri: 'http://localhost/callback',
    nonce: 'x',
  }
}

function purposeOfKeyAt(path: string) {
  if (path.endsWith('/confirm')) return 'confirm_email_change'
  return path.endsWith('/undo') ? 'undo_email_change' : 'verify_email'
}

/** Returns a valid value for each field of a contract’s body. @throws if a field has no value here */
export function goodFields(contract: Contract, account: Account): Record<string, unknown> {
  const fields = Object.keys(contract.body?.shape ?? {})
  const values = goodValues(contract, account, fields)
  const unknown = fields.filter((field) => !(field in values))
  if (unknown.length > 0) throw new Error(`Give ${unknown.join(', ')} a value in valid-input.ts`)
  return Object.fromEntries(fields.map((field) => [field, values[field]]))
}

/**
 * Returns the smallest body that a contract accepts: its required fields, plus the first optional field if the schema
 * needs one.
 */
export function validBody(contract: Contract, account: Account): Record<string, unknown> | undefined {
  const { body } = contract
  if (body === undefined) return undefined
  const good = goodFields(contract, account)
  const required = jsonSchemaOf(body).required ?? []
  const smallest = Object.fromEntries(required.map((field) => [field, good[field]]))
  const candidates = [smallest, ...Object.keys(good).map((field) => ({ ...smallest, [field]: good[field] }))]
  const valid = candidates.find((candidate) => body.safeParse(candidate).success)
  if (valid === undefined) throw new Error(`No body of ${contract.path} is valid`)
  return valid
}
