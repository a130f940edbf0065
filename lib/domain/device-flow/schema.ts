import * as z from 'zod'
import { stepUpFields } from '@/lib/domain/accounts/schema'
import { foldUserCode } from '@/lib/base/schema/user-code'
import { signOutField } from '@/lib/domain/sessions/schema'
import { lifetimeSeconds, scopesInput } from '@/lib/domain/tokens/schema'
import { givenText, instant, singleLine, tokenName, uuid } from '@/lib/base/schema/text'

/** The grant type of RFC 8628 section 3.4. */
export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

/** How many seconds a device has to wait between two polls, at first. */
export const POLL_INTERVAL_SECONDS = 5

/** What a device can ask for. */
export const requestedKinds = ['personal', 'device'] as const

/** The parameters of RFC 8628 section 3.1, and ours. Others are ignored (RFC 6749 section 3.1). */
export const authorizeDeviceInput = z.object({
  client_id: givenText()
    .regex(/^[\x20-\x7e]{1,64}$/, 'Use 1 to 64 printable ASCII characters')
    .describe('The name of your app, 1 to 64 printable ASCII characters. You don’t have to register it.'),
  scope: givenText()
    .max(2000, 'Use at most 2000 characters')
    .optional()
    .describe('The scopes of a personal token, separated by spaces. Default: no scopes. Ignored for a device token.'),
  device_name: singleLine(1, 64).optional().describe('1 to 64 characters to recognize the device by. Default: none.'),
  token_kind: z
    .enum(requestedKinds, `Must be one of ${requestedKinds.join(', ')}`)
    .optional()
    .describe('personal (a token with the scopes you ask for) or device (acts as its owner). Default: personal.'),
  expires_in_seconds: lifetimeSeconds
    .optional()
    .describe('The token’s lifetime in seconds. Default: the server’s setting for this type of token.'),
})

/** The response of RFC 8628 section 3.2. */
export const deviceAuthorization = z.object({
  device_code: z.string().describe('The secret that the device exchanges for its token. Never show it.'),
  user_code: z.string().describe('The code that the device shows, such as JQRM-PMXZ.'),
  verification_uri: z.string().describe('The page where a person enters the code.'),
  verification_uri_complete: z.string().describe('The same page with the code filled in, for a link or a QR code.'),
  expires_in: z.int().describe('How long both codes are valid, in seconds from now.'),
  interval: z.int().describe('How many seconds to wait between two polls.'),
})

/** The parameters of RFC 8628 section 3.4. Others are ignored. */
export const exchangeInput = z.object({
  grant_type: givenText().max(100, 'Use at most 100 characters').describe(`Must be ${DEVICE_GRANT}.`),
  device_code: givenText()
    .max(200, 'Use at most 200 characters')
    .describe('The device_code that POST /api/v1/auth/device returned.'),
  client_id: givenText()
    .max(64, 'Use at most 64 characters')
    .describe('The client_id that you sent to POST /api/v1/auth/device.'),
})

/** The response of RFC 6749 section 5.1, with the ID and the type of the token. */
export const exchanged = z.object({
  access_token: z.string().describe('The token. It is returned only once; the server stores a hash.'),
  token_type: z.literal('Bearer').describe('The scheme that the token is sent with.'),
  expires_in: z
    .int()
    .optional()
    .describe('How long the token is valid, in seconds from now. Absent if it never expires.'),
  scope: z.string().describe('The token’s scopes, separated by spaces.'),
  token_id: uuid.describe('The token’s ID (UUIDv7).'),
  kind: z.enum(requestedKinds).describe('The type of the token: personal or device.'),
})

const userCodeField = {
  user_code: givenText()
    .max(64, 'Use at most 64 characters')
    .refine((text) => foldUserCode(text) !== null, 'Enter the 8 letters that your device shows')
    .describe('The code that the device shows. Case, spaces and dashes don’t matter.'),
}

export const lookupDeviceInput = z.strictObject(userCodeField)

export const approveDeviceInput = z.strictObject({
  ...userCodeField,
  name: tokenName
    .optional()
    .describe('The token’s name, 1 to 64 characters. Default: the name of the device, or else of the app.'),
  scopes: scopesInput
    .optional()
    .describe('The scopes of the personal token, all of them requested ones. Default: every scope that was requested.'),
  expires_in_seconds: lifetimeSeconds.optional().describe('The token’s lifetime in seconds. Default: as requested.'),
  sign_out: signOutField,
  ...stepUpFields,
})

export const denyDeviceInput = z.strictObject(userCodeField)

/** A request as the person who decides about it sees it. Its names were chosen by the app. */
export const deviceRequestView = z.object({
  client_id: z.string().describe('The name that the app uses. Anyone can use any name.'),
  device_name: z.string().nullable().describe('The name of the device; null if the app sent none.'),
  token_kind: z.enum(requestedKinds).describe('What the app asks for: a personal token or a device token.'),
  scopes: z.array(z.string()).describe('The scopes that the app asks for. A device token has every scope.'),
  expires_in_seconds: z
    .int()
    .nullable()
    .describe('The lifetime in seconds that the app asks for; null for the server’s setting.'),
  address: z.string().nullable().describe('The IP address that the request came from; null if unknown.'),
  requested_at: instant.describe('When the app asked (RFC 3339, UTC).'),
})

/** How long clients may cache the metadata, in seconds. */
export const METADATA_MAX_AGE_SECONDS = 300

/** Authorization server metadata (RFC 8414 section 2). */
export const serverMetadata = z.object({
  issuer: z.string().describe('This server: APP_URL.'),
  token_endpoint: z.string().optional().describe('Where devices get their token. Absent if DEVICE_FLOW is off.'),
  device_authorization_endpoint: z
    .string()
    .optional()
    .describe('Where devices start (RFC 8628). Absent if DEVICE_FLOW is off.'),
  introspection_endpoint: z.string().describe('Where services introspect tokens (RFC 7662).'),
  revocation_endpoint: z.string().describe('Where tokens are revoked (RFC 7009).'),
  jwks_uri: z.string().describe('The public keys that verify access tokens.'),
  scopes_supported: z.array(z.string()).describe('The scopes that apps can ask for.'),
  response_types_supported: z.array(z.string()).describe('Empty: there is no authorization endpoint.'),
  grant_types_supported: z.array(z.string()).describe('The grant types of the token endpoint.'),
  token_endpoint_auth_methods_supported: z
    .array(z.string())
    .optional()
    .describe('How clients authenticate to the token endpoint: not at all.'),
  introspection_endpoint_auth_methods_supported: z
    .array(z.string())
    .describe('How services authenticate to the introspection endpoint.'),
  revocation_endpoint_auth_methods_supported: z
    .array(z.string())
    .describe('How clients authenticate to the revocation endpoint.'),
  service_documentation: z.string().describe('The API reference.'),
})

export type AuthorizeDeviceInput = z.infer<typeof authorizeDeviceInput>
export type DeviceAuthorization = z.infer<typeof deviceAuthorization>
export type ExchangeInput = z.infer<typeof exchangeInput>
export type Exchanged = z.infer<typeof exchanged>
export type ApproveDeviceInput = z.infer<typeof approveDeviceInput>
export type DeviceRequestView = z.infer<typeof deviceRequestView>
export type ServerMetadata = z.infer<typeof serverMetadata>
