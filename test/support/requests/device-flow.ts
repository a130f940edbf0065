import { onTestFinished, vi } from 'vitest'
import { POST as approveRoute } from '@/app/api/v1/auth/device/approve/route'
import { POST as denyRoute } from '@/app/api/v1/auth/device/deny/route'
import { POST as lookupRoute } from '@/app/api/v1/auth/device/lookup/route'
import { POST as authorizeRoute } from '@/app/api/v1/auth/device/route'
import { POST as exchangeRoute } from '@/app/api/v1/oauth/token/route'
import { DEVICE_GRANT } from '@/lib/domain/device-flow/schema'
import { call, type Answer } from '@/test/support/requests/api'
import { CLIENT_ID } from '@/test/support/device-requests'

type Fields = Record<string, unknown>

/** Sends a form, as OAuth clients do. */
function form(handler: typeof exchangeRoute, fields: Record<string, string>, address = '192.0.2.1'): Promise<Answer> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const rawBody = new URLSearchParams(fields).toString()
  return call(handler, { method: 'POST', headers, rawBody, context: { address } })
}

/** Starts the device flow. */
export const authorize = (fields: Record<string, string> = {}, address?: string) =>
  form(authorizeRoute, { client_id: CLIENT_ID, ...fields }, address)

/** Polls for the token of a device code. */
export const poll = (deviceCode: string, fields: Record<string, string> = {}) =>
  form(exchangeRoute, { grant_type: DEVICE_GRANT, device_code: deviceCode, client_id: CLIENT_ID, ...fields })

/** Looks a code up in a session. */
export const lookUp = (session: string, user_code: string) => call(lookupRoute, { session, body: { user_code } })
/** Approves a code in a session. */
export const approve = (session: string, user_code: string, fields: Fields = {}) =>
  call(approveRoute, { session, body: { user_code, ...fields } })
/** Denies a code in a session. */
export const deny = (session: string, user_code: string) => call(denyRoute, { session, body: { user_code } })

/** Stops the clock for the running test. The returned function moves it on. */
export function movableClock(): (seconds: number) => void {
  let atMs = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: atMs })
  onTestFinished(() => void vi.useRealTimers())
  return (seconds) => {
    atMs += seconds * 1000
    vi.setSystemTime(atMs)
  }
}
