import { expect, type APIRequestContext } from 'playwright/test'

interface Asked {
  client_id: string
  scope?: string
  device_name?: string
  token_kind?: 'personal' | 'device'
  expires_in_seconds?: number
}

/** Starts the device flow, as an app does. Returns what the app shows, and how it asks for its token. */
export async function askForAccess(request: APIRequestContext, data: Asked) {
  const started = await request.post('/api/v1/auth/device', { data })
  expect(started.status(), await started.text()).toBe(200)
  const { device_code, user_code, verification_uri_complete } = (await started.json()) as Record<string, string>
  return {
    code: user_code ?? '',
    link: verification_uri_complete ?? '',
    /** Returns the answer of the token endpoint. The server allows one request in 5 s. */
    poll: async (): Promise<Record<string, unknown>> => {
      const grant_type = 'urn:ietf:params:oauth:grant-type:device_code'
      const form = { grant_type, device_code: device_code ?? '', client_id: data.client_id }
      return (await request.post('/api/v1/oauth/token', { form })).json() as Promise<Record<string, unknown>>
    },
  }
}
