import {
  allowInsecureRequests,
  ClientError,
  discovery,
  initiateDeviceAuthorization,
  None,
  pollDeviceAuthorizationGrant,
  ResponseBodyError,
  type Configuration,
  type DeviceAuthorizationResponse,
} from 'openid-client'
import { hostname } from 'node:os'
import { unreachable } from '@/cli/remote/call-server'
import { plainText } from '@/cli/remote/plain-text'
import { isPlainHttp } from '@/cli/remote/server-origin'

const CLIENT_ID = 'latchkey-cli'

const REJECTIONS: Readonly<Record<string, string>> = {
  access_denied: 'the sign-in was denied',
  expired_token: 'the code expired before you approved it; run login again',
}

/**
 * Signs in to a server by device flow (RFC 8628): shows a code, and waits until the person approves it in a browser.
 * @returns the device token
 */
export async function requestSignIn(origin: string, tell: (progress: string) => void): Promise<string> {
  try {
    const server = await discover(origin)
    const request = await initiateDeviceAuthorization(server, {
      token_kind: 'device',
      device_name: plainText(`Command line on ${hostname()}`).slice(0, 64),
    })
    tell(`open ${plainText(request.verification_uri)} and enter the code ${plainText(request.user_code)}`)
    const minutes = Math.round(request.expires_in / 60)
    tell(`waiting for your approval; the code expires in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`)
    return await waitForApproval(server, request, tell)
  } catch (error) {
    throw describe(origin, error)
  }
}

async function discover(origin: string): Promise<Configuration> {
  const execute = isPlainHttp(origin) ? [allowInsecureRequests] : []
  const server = await discovery(new URL(origin), CLIENT_ID, undefined, None(), { algorithm: 'oauth2', execute })
  if (server.serverMetadata().device_authorization_endpoint === undefined)
    throw new Error(`${origin} doesn’t let command lines sign in`)
  return server
}

/** Polls until the request is decided or expired. While the server can’t answer, polls less often. */
async function waitForApproval(
  server: Configuration,
  request: DeviceAuthorizationResponse,
  tell: (progress: string) => void,
): Promise<string> {
  const signal = AbortSignal.timeout(request.expires_in * 1000)
  let interval = request.interval ?? 5
  for (;;) {
    try {
      return (await pollDeviceAuthorizationGrant(server, { ...request, interval }, undefined, { signal })).access_token
    } catch (error) {
      if (signal.aborted) throw new Error(REJECTIONS['expired_token'], { cause: error })
      if (!isTemporary(error)) throw error
      interval *= 2
      tell('the server doesn’t answer at the moment; still waiting')
    }
  }
}

function isTemporary(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status === 429
  if (error instanceof ClientError) {
    return error.code === 'OAUTH_TIMEOUT' || (error.cause instanceof Response && error.cause.status >= 500)
  }
  return isLostConnection(error)
}

/** Whether this is what `fetch` throws if there is no answer. */
function isLostConnection(error: unknown): boolean {
  return error instanceof TypeError && error.cause !== undefined
}

function describe(origin: string, error: unknown): unknown {
  if (isLostConnection(error)) return unreachable(origin, error)
  if (error instanceof ResponseBodyError) {
    const { error: code, error_description: description = code } = error
    return new Error(REJECTIONS[code] ?? `${origin} rejects the sign-in: ${plainText(description)}`, { cause: error })
  }
  if (!(error instanceof ClientError)) return error
  if (error.code === 'OAUTH_TIMEOUT') return new Error(`${origin} doesn’t answer`, { cause: error })
  return new Error(`${origin} doesn’t answer as a Latchkey server does: ${error.message}`, { cause: error })
}
