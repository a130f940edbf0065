import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documented } from '@/test/support/requests/documented'
import { insecure } from '@/test/support/requests/insecure'
import { remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { databaseKinds, newScratchPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const client = { client_id: 'thermometer' }

describe.each(databaseKinds)('the device flow on %s', (kind) => {
  let place: ScratchPlace
  let server: ServerProcess
  let api: RemoteApi
  let ada: Person
  let metadata: oauth.AuthorizationServer

  beforeAll(async () => {
    place = await newScratchPlace(kind)
    server = await startServer(place.options)
    api = remoteApi(server.origin)
    ada = await api.newPerson('ada')
    const issuer = new URL(server.origin)
    const answer = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure })
    metadata = await oauth.processDiscoveryResponse(issuer, answer)
  })
  afterAll(async () => {
    await server.stop('SIGINT')
    await place.remove()
  })

  const decide = async (decision: 'approve' | 'deny', user_code: string) => {
    const headers = { cookie: ada.cookie, origin: server.origin }
    const { status, text } = await api.post(`/api/v1/auth/device/${decision}`, { user_code }, headers)
    expect(status, text).toBe(204)
  }

  const authorize = async (parameters: Record<string, string> = {}) => {
    const answer = await oauth.deviceAuthorizationRequest(metadata, client, oauth.None(), parameters, insecure)
    return oauth.processDeviceAuthorizationResponse(metadata, client, answer)
  }

  const poll = async (deviceCode: string, as: oauth.Client = client) => {
    const answer = await oauth.deviceCodeGrantRequest(metadata, as, oauth.None(), deviceCode, insecure)
    return oauth.processDeviceCodeResponse(metadata, as, answer)
  }

  const ofBody = (status: number, error: string) => ({ code: oauth.RESPONSE_BODY_ERROR, status, error })

  it('is found in the metadata, which OAuth clients accept', async () => {
    expect(metadata).toMatchObject({
      issuer: server.origin,
      device_authorization_endpoint: `${server.origin}/api/v1/auth/device`,
      grant_types_supported: ['urn:ietf:params:oauth:grant-type:device_code'],
      response_types_supported: [],
    })
    const { headers } = await api.get('/.well-known/oauth-authorization-server')
    expect([headers['access-control-allow-origin'], headers['cache-control']]).toEqual(['*', 'public, max-age=300'])
  })

  it('answers every error as OAuth clients read it', async () => {
    const { device_code, user_code } = await authorize()
    await expect(poll(device_code)).rejects.toMatchObject(ofBody(400, 'authorization_pending'))
    await expect(poll(device_code)).rejects.toMatchObject(ofBody(400, 'slow_down'))
    await expect(poll(device_code, { client_id: 'other' })).rejects.toMatchObject(ofBody(400, 'invalid_grant'))
    await expect(poll('unknown')).rejects.toMatchObject(ofBody(400, 'invalid_grant'))
    await expect(poll('x'.repeat(300))).rejects.toMatchObject(ofBody(400, 'invalid_request'))
    await place.change('UPDATE device_request SET expires_at = created_at')
    await expect(poll(device_code)).rejects.toMatchObject(ofBody(400, 'expired_token'))
    const denied = await authorize()
    await decide('deny', denied.user_code)
    await expect(poll(denied.device_code)).rejects.toMatchObject(ofBody(400, 'access_denied'))
    await expect(authorize({ scope: 'admin' })).rejects.toMatchObject(ofBody(400, 'invalid_scope'))
    await expect(authorize({ token_kind: 'session' })).rejects.toMatchObject(ofBody(400, 'invalid_request'))
    const answer = await oauth.genericTokenEndpointRequest(
      metadata, client, oauth.None(), 'refresh_token', { device_code }, insecure,
    ) // prettier-ignore
    const granted = oauth.processGenericTokenEndpointResponse(metadata, client, answer)
    await expect(granted).rejects.toMatchObject(ofBody(400, 'unsupported_grant_type'))
    expect(user_code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
  })

  it('gives an approved client its token once', async () => {
    const { device_code, user_code } = await authorize({ scope: 'read', device_name: 'Kitchen' })
    await decide('approve', user_code)
    const token = await poll(device_code)
    expect(token).toMatchObject({ token_type: 'bearer', scope: 'read', kind: 'personal' })
    expect((await api.verify(token.access_token)).json()).toMatchObject({ username: 'ada', token_name: 'Kitchen' })
    await expect(poll(device_code)).rejects.toMatchObject(ofBody(400, 'invalid_grant'))
  })

  it('limits the requests of an address, and says so as OAuth clients read it', async () => {
    const error: unknown = await (async () => {
      for (let asked = 0; asked <= 20; asked += 1) await authorize()
    })().catch((reason: unknown) => reason)
    expect(error).toMatchObject(ofBody(429, 'temporarily_unavailable'))
    await place.change('DELETE FROM device_request')
  })

  it('works as documented with curl and with openid-client, at the interval that the server names', async () => {
    const blocks = [...readFileSync('docs/device-flow.md', 'utf8').matchAll(/^```sh\n([^]*?)^```$/gm)]
    const lines = blocks.map(([, block = '']) => block).join('')
    const tool = documented(
      'js',
      {
        'https://keys.example.com': server.origin,
        "'oauth2' }": "'oauth2', execute: [client.allowInsecureRequests] }",
      },
      'docs/device-flow.md',
    )
    const [device, key] = await Promise.all([
      approved('bash', ['-e', '-u', '-o', 'pipefail', '-c', lines]),
      approved(process.execPath, ['--input-type=module', '-e', tool]),
    ])
    expect(device).toContain('"token_name":"Cellar"')
    expect(await place.rows(`SELECT revoked_reason FROM token WHERE name = 'Cellar'`)).toEqual([
      { revoked_reason: 'unspecified' },
    ])
    const { json } = await api.verify(key.trim())
    expect(json()).toMatchObject({ username: 'ada', kind: 'device', token_name: 'My laptop' })
  })

  /** Runs a program, approves the code that it shows, and returns what it prints afterwards. */
  async function approved(file: string, args: readonly string[]): Promise<string> {
    const env = { PATH: process.env['PATH'], NODE_ENV: 'test' as const, BASE: server.origin }
    const program = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    program.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    const ended = once(program, 'close')
    const shown = () => /^Open .*\/device and enter ([A-Z]{4}-[A-Z]{4})\n/.exec(output)
    await expect.poll(shown).not.toBeNull()
    await decide('approve', shown()?.[1] ?? '')
    expect(await ended).toEqual([0, null])
    return output.slice(shown()?.[0].length)
  }
})
