import { settings } from '@/lib/base/env'
import { log } from '@/lib/base/log'

/** Logs a warning when access tokens name another issuer than the metadata of this server (RFC 8414). */
export function warnAboutIssuer(): void {
  const { appOrigin, JWT_ISSUER } = settings()
  if (JWT_ISSUER === appOrigin) return
  log().warn(
    { issuer: JWT_ISSUER, app_url: appOrigin },
    'JWT_ISSUER differs from APP_URL: validators that read the metadata of this server will reject its JWTs',
  )
}
