import type { Contract } from '@/lib/base/contract'
import {
  approveDeviceInput,
  authorizeDeviceInput,
  denyDeviceInput,
  deviceAuthorization,
  deviceRequestView,
  exchanged,
  exchangeInput,
  lookupDeviceInput,
  METADATA_MAX_AGE_SECONDS,
  serverMetadata,
} from '@/lib/domain/device-flow/schema'

export const authorizeDeviceContract = {
  method: 'POST',
  path: '/api/v1/auth/device',
  summary: 'Start the device flow (RFC 8628). Returns a code to show and a code to poll with',
  auth: 'public',
  errorFormat: 'oauth',
  body: authorizeDeviceInput,
  ignoresUnknownParameters: true,
  emptyIsOmitted: true,
  status: 200,
  response: deviceAuthorization,
  errors: ['invalid_scope', 'too_many_requests', 'not_found'],
} as const satisfies Contract

export const exchangeContract = {
  method: 'POST',
  path: '/api/v1/oauth/token',
  summary: 'Exchange an approved device code for a token (RFC 8628). Poll at the interval you were given',
  auth: 'public',
  errorFormat: 'oauth',
  body: exchangeInput,
  ignoresUnknownParameters: true,
  emptyIsOmitted: true,
  status: 200,
  response: exchanged,
  errors: [
    'authorization_pending',
    'slow_down',
    'access_denied',
    'expired_token',
    'invalid_grant',
    'unsupported_grant_type',
    'not_found',
  ],
} as const satisfies Contract

export const lookupDeviceContract = {
  method: 'POST',
  readOnly: true,
  path: '/api/v1/auth/device/lookup',
  summary: 'Find out which app shows a code',
  auth: ['session'],
  limitsAddress: true,
  body: lookupDeviceInput,
  status: 200,
  response: deviceRequestView,
  errors: ['device_code_not_found', 'device_request_decided', 'not_found'],
} as const satisfies Contract

export const approveDeviceContract = {
  method: 'POST',
  path: '/api/v1/auth/device/approve',
  summary: 'Approve an app. It gets its token when it polls the next time',
  auth: ['session'],
  stepUp: true,
  limitsAddress: true,
  body: approveDeviceInput,
  status: 204,
  errors: [
    'device_code_not_found',
    'device_request_decided',
    'session_limit_reached',
    'name_taken',
    'token_limit_reached',
    'not_found',
  ],
} as const satisfies Contract

export const denyDeviceContract = {
  method: 'POST',
  path: '/api/v1/auth/device/deny',
  summary: 'Deny an app',
  auth: ['session'],
  limitsAddress: true,
  body: denyDeviceInput,
  status: 204,
  errors: ['device_code_not_found', 'device_request_decided', 'not_found'],
} as const satisfies Contract

export const serverMetadataContract = {
  method: 'GET',
  path: '/.well-known/oauth-authorization-server',
  summary: 'Get the metadata of this server as OAuth clients read it (RFC 8414)',
  auth: 'public',
  maxAgeSeconds: METADATA_MAX_AGE_SECONDS,
  ignoresUnknownParameters: true,
  status: 200,
  response: serverMetadata,
  errors: [],
} as const satisfies Contract
