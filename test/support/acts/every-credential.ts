import { PASSWORD, type Person, type RemoteApi } from '@/test/support/servers/remote-api'

/** An account with one credential of each kind. */
export interface EveryCredential extends Person {
  personalKey: string
  access: string
  refresh: string
}

/** Signs an existing account in through every endpoint and creates a personal token for it. */
export async function newEveryCredential(
  api: RemoteApi,
  username: string,
  password = PASSWORD,
): Promise<EveryCredential> {
  const { key: deviceKey } = (await api.signIn('login', username, password)).json()
  const cookie = (await api.signIn('session', username, password)).headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const { access, refresh } = (await api.signIn('jwt/create', username, password)).json()
  const { key: personalKey } = await api.createToken(deviceKey, 'backup')
  return { username, deviceKey, cookie, personalKey, access, refresh }
}

/**
 * Returns the ways in which an instance still accepts the credentials. Spends the refresh token and replaces it in
 * place.
 */
export async function acceptedBy(
  api: RemoteApi,
  credentials: EveryCredential,
  introspector: string,
): Promise<string[]> {
  const { cookie, deviceKey, personalKey, access, refresh } = credentials
  const asService = { authorization: `Token ${introspector}` }
  const introspected = async (token: string) =>
    (await api.post('/api/v1/auth/introspect', { token }, asService)).json().active === true
  const ways: Record<string, () => Promise<boolean>> = {
    session: async () => (await api.get('/api/v1/auth/user', { cookie })).status === 200,
    page: async () => (await api.get('/settings/profile', { cookie })).status === 200,
    device: async () => (await api.verify(deviceKey)).status === 200,
    'account by device': async () =>
      (await api.get('/api/v1/auth/user', { authorization: `Token ${deviceKey}` })).status === 200,
    'introspected device': () => introspected(deviceKey),
    personal: async () => (await api.verify(personalKey)).status === 200,
    'introspected personal': () => introspected(personalKey),
    access: async () => (await api.post('/api/v1/auth/token-verify', { token: access })).status === 200,
    'account by access': async () =>
      (await api.get('/api/v1/auth/user', { authorization: `Bearer ${access}` })).status === 200,
    'introspected access': () => introspected(access),
    refresh: async () => {
      const renewed = await api.post('/api/v1/auth/token-refresh', { refresh })
      if (renewed.status === 200) credentials.refresh = renewed.json().refresh
      return renewed.status === 200
    },
  }
  const accepted: string[] = []
  for (const [name, isAccepted] of Object.entries(ways)) if (await isAccepted()) accepted.push(name)
  return accepted
}
