import { settings } from '@/lib/base/env'
import { isDeviceFlowOn } from '@/lib/domain/device-flow/require-device-flow'
import { DEVICE_GRANT, type ServerMetadata } from '@/lib/domain/device-flow/schema'

/** Returns what OAuth clients need to know about this server (RFC 8414). Without the device flow, it issues nothing. */
export function getServerMetadata(): ServerMetadata {
  const { appOrigin, TOKEN_SCOPES } = settings()
  const isOn = isDeviceFlowOn()
  return {
    issuer: appOrigin,
    ...(isOn && {
      token_endpoint: `${appOrigin}/api/v1/oauth/token`,
      device_authorization_endpoint: `${appOrigin}/api/v1/auth/device`,
      token_endpoint_auth_methods_supported: ['none'],
    }),
    introspection_endpoint: `${appOrigin}/api/v1/auth/introspect`,
    revocation_endpoint: `${appOrigin}/api/v1/auth/revoke`,
    jwks_uri: `${appOrigin}/.well-known/jwks.json`,
    scopes_supported: [...TOKEN_SCOPES],
    response_types_supported: [],
    grant_types_supported: isOn ? [DEVICE_GRANT] : [],
    introspection_endpoint_auth_methods_supported: ['client_secret_basic'],
    revocation_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
    service_documentation: `${appOrigin}/docs/api`,
  }
}
