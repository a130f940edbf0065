import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remoteApi, type MadeToken, type Person, type RemoteApi } from '@/test/support/remote-api'
import { newScratchPlace, type ScratchPlace } from '@/test/support/scratch-place'
import { startServer, type ServerProcess } from '@/test/support/server-process'

let place: ScratchPlace
let server: ServerProcess
let api: RemoteApi
let ada: Person
let service: MadeToken

beforeAll(async () => {
  place = await newScratchPlace('sqlite')
  server = await startServer({ ...place.options, env: { SETUP_CODE: 'a-code-for-this-test' } })
  api = remoteApi(server.origin)
  await api.post('/api/v1/setup', {
    setup_code: 'a-code-for-this-test', username: 'root', email: 'root@example.com',
    password: 'correct horse battery staple', confirm_password: 'correct horse battery staple',
  }) // prettier-ignore
  const { key } = (await api.signIn('login', 'root')).json()
  const asked = { name: 'service', scopes: ['introspect'] }
  service = (await api.post('/api/v1/auth/tokens', asked, { authorization: `Token ${key}` })).json()
  ada = await api.newPerson('ada')
})
afterAll(async () => {
  await server.stop('SIGINT')
  await place.remove()
})

/** What a client of OAuth is told of us; our way is HTTP on loopback. */
const metadata = () => ({
  issuer: server.origin,
  introspection_endpoint: `${server.origin}/api/v1/auth/introspect`,
  revocation_endpoint: `${server.origin}/api/v1/auth/revoke`,
})
const client = { client_id: 'a service' }
// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; loopback speaks HTTP
const insecure = { [oauth.allowInsecureRequests]: true }

async function introspected(key: string, token: string) {
  const auth = oauth.ClientSecretBasic(key)
  const response = await oauth.introspectionRequest(metadata(), client, auth, token, insecure)
  return oauth.processIntrospectionResponse(metadata(), client, response)
}

describe('a client of OAuth (oauth4webapi)', () => {
  it('introspects a token, and hears of its end at once', async () => {
    const token = await api.createToken(ada.deviceKey, 'introspected')
    expect(await introspected(service.key, token.key)).toMatchObject({ active: true, username: 'ada', jti: token.id })
    await api.revoke(ada.deviceKey, token.id)
    expect(await introspected(service.key, token.key)).toEqual({ active: false })
  })

  it('is told by a challenge that its own key is not good', async () => {
    const wrong = introspected(
      service.key.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
      'x',
    )
    await expect(wrong).rejects.toMatchObject({ code: oauth.WWW_AUTHENTICATE_CHALLENGE, status: 401 })
  })

  it('revokes the token that it holds, and one that is gone already', async () => {
    const token = await api.createToken(ada.deviceKey, 'revoked by itself')
    const other = await api.createToken(ada.deviceKey, 'gone')
    await api.revoke(ada.deviceKey, other.id)
    for (const [key, shown] of [
      [token.key, token.key],
      [ada.deviceKey, other.key],
    ] as const) {
      const auth = oauth.ClientSecretBasic(key)
      const response = await oauth.revocationRequest(metadata(), client, auth, shown, insecure)
      await expect(oauth.processRevocationResponse(response)).resolves.toBeUndefined()
    }
    expect((await api.verify(token.key)).json()).toMatchObject({ code: 'token_revoked' })
  })
})
